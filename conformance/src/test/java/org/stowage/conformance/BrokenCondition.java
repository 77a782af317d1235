package org.stowage.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Truth;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** What a condition is for a row, right but for one fault. */
final class BrokenCondition {

    private final Fault fault;
    private final EntitySchema schema;
    private final List<@Nullable Object> arguments;

    BrokenCondition(Fault fault, EntitySchema schema, List<@Nullable Object> arguments) {
        this.fault = fault;
        this.schema = schema;
        this.arguments = arguments;
    }

    boolean matches(Condition condition, Row row) {
        return test(condition, row) == Truth.TRUE;
    }

    private Truth test(Condition condition, Row row) {
        return switch (condition) {
            case Condition.And and
            when fault == Fault.CURSOR_SKIPPING_TIES && continues(and) ->
                test(strictly((Condition.Comparison) and.parts().get(0)), row);
            case Condition.And and -> all(and.parts(), row);
            case Condition.Or or ->
                opposite(all(
                        or.parts().stream().<Condition>map(Condition.Not::new).toList(), row));
            case Condition.Not not -> {
                Truth part = test(not.part(), row);
                yield part == Truth.UNKNOWN && fault == Fault.NOT_UNKNOWN_IS_TRUE ? Truth.TRUE : opposite(part);
            }
            case Condition.Between between when fault == Fault.WRONG_BETWEEN -> test(withoutEnds(between), row);
            case Condition.Like like when fault == Fault.LIKE_IGNORING_CASE -> right(inLowerCase(like), row);
            case Condition.Like like when fault == Fault.UNDERSCORE_AS_UTF16_UNIT -> matchUnits(like, row);
            case Condition.Comparison comparison when calculated(comparison.left()) -> compare(comparison, row);
            case Condition.Comparison comparison -> right(comparison, row);
            case Condition.Between between -> right(between, row);
            case Condition.Like like -> right(like, row);
            case Condition.Constant constant -> right(constant, row);
            case Condition.In in -> right(in, row);
            case Condition.Contains contains -> right(contains, row);
            case Condition.IsNull isNull -> right(isNull, row);
        };
    }

    private Truth right(Condition condition, Row row) {
        return Evaluator.filter(schema, condition).test(row, arguments);
    }

    private Truth all(List<Condition> parts, Row row) {
        Truth all = Truth.TRUE;
        for (Condition part : parts) {
            Truth truth = test(part, row);
            if (truth == Truth.FALSE) {
                return truth;
            }
            all = truth == Truth.UNKNOWN ? truth : all;
        }
        return all;
    }

    private static Truth opposite(Truth truth) {
        return switch (truth) {
            case TRUE -> Truth.FALSE;
            case FALSE -> Truth.TRUE;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }

    /** Returns whether a conjunction is that of a cursor: from a value on, and beyond it or beyond in what follows. */
    private static boolean continues(Condition.And and) {
        return and.parts().size() == 2
                && and.parts().get(1) instanceof Condition.Or
                && and.parts().get(0) instanceof Condition.Comparison from
                && (from.relation() == Condition.Relation.GREATER_OR_EQUAL
                        || from.relation() == Condition.Relation.LESS_OR_EQUAL);
    }

    private static Condition strictly(Condition.Comparison from) {
        Condition.Relation relation = from.relation() == Condition.Relation.GREATER_OR_EQUAL
                ? Condition.Relation.GREATER
                : Condition.Relation.LESS;
        return new Condition.Comparison(relation, from.left(), from.right());
    }

    private static Condition withoutEnds(Condition.Between between) {
        return new Condition.And(List.of(
                new Condition.Comparison(Condition.Relation.GREATER, between.value(), between.low()),
                new Condition.Comparison(Condition.Relation.LESS, between.value(), between.high())));
    }

    private static Condition inLowerCase(Condition.Like like) {
        return like.pattern() instanceof Expression.Literal pattern
                ? new Condition.Like(
                        Expression.Function.of(Expression.Name.LOWER, like.value()),
                        new Expression.Literal(pattern.value().toString().toLowerCase(Locale.ROOT), ValueType.TEXT),
                        like.escape())
                : like;
    }

    /** Matches a pattern to a text by {@code char}, of which a code point beyond U+FFFF has two. */
    private Truth matchUnits(Condition.Like like, Row row) {
        Object value = Evaluator.calculation(schema, like.value()).value(row, arguments);
        Object pattern = Evaluator.calculation(schema, like.pattern()).value(row, arguments);
        if (value == null || pattern == null) {
            return Truth.UNKNOWN;
        }
        return matches(value.toString(), pattern.toString(), like.escape()) ? Truth.TRUE : Truth.FALSE;
    }

    private static boolean matches(String text, String pattern, OptionalInt escape) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        char first = pattern.charAt(0);
        if (escape.isPresent() && first == escape.getAsInt()) {
            return !text.isEmpty()
                    && text.charAt(0) == pattern.charAt(1)
                    && matches(text.substring(1), pattern.substring(2), escape);
        }
        if (first == '%') {
            return matches(text, pattern.substring(1), escape)
                    || (!text.isEmpty() && matches(text.substring(1), pattern, escape));
        }
        return !text.isEmpty()
                && (first == '_' || text.charAt(0) == first)
                && matches(text.substring(1), pattern.substring(1), escape);
    }

    /** Returns whether an expression is one that the fault calculates by itself. */
    private boolean calculated(Expression expression) {
        boolean calculation = expression instanceof Expression.Arithmetic || expression instanceof Expression.Negation;
        return calculation
                && switch (fault) {
                    case NAN_KEPT, NEGATIVE_ZERO_KEPT -> expression.type().equals(ValueType.FLOAT64);
                    case SCALE_SENSITIVE_DECIMALS -> expression.type() instanceof ValueType.Decimal;
                    default -> false;
                };
    }

    @SuppressWarnings("BigDecimalEquals") // That it compares the scale as well is the fault.
    private Truth compare(Condition.Comparison comparison, Row row) {
        Number left = calculate(comparison.left(), row);
        Number right = calculate(comparison.right(), row);
        if (left == null || right == null) {
            return Truth.UNKNOWN;
        }
        if (left instanceof BigDecimal decimal) {
            boolean same = decimal.equals(right);
            int order = same ? 0 : decimal.compareTo((BigDecimal) right) < 0 ? -1 : 1;
            return comparison.relation().holds(order) ? Truth.TRUE : Truth.FALSE;
        }
        boolean finite = Double.isFinite(left.doubleValue()) && Double.isFinite(right.doubleValue());
        if (fault == Fault.NEGATIVE_ZERO_KEPT && !finite) {
            return right(comparison, row);
        }
        double zero = fault == Fault.NAN_KEPT ? 0.0 : -0.0;
        int order = Double.compare(left.doubleValue() + zero, right.doubleValue() + zero);
        return comparison.relation().holds(order) ? Truth.TRUE : Truth.FALSE;
    }

    private @Nullable Number calculate(Expression expression, Row row) {
        return switch (expression) {
            case Expression.Arithmetic arithmetic -> {
                Number left = calculate(arithmetic.left(), row);
                Number right = calculate(arithmetic.right(), row);
                yield left == null || right == null ? null : calculate(arithmetic, left, right);
            }
            case Expression.Negation negation
            when calculate(negation.operand(), row) instanceof Double operand -> -operand;
            case Expression.Negation negation -> (Number) value(negation, row);
            case Expression.Path path -> (Number) value(path, row);
            case Expression.Literal literal -> (Number) value(literal, row);
            case Expression.Parameter parameter -> (Number) value(parameter, row);
            case Expression.Function function -> (Number) value(function, row);
        };
    }

    private @Nullable Object value(Expression expression, Row row) {
        return Evaluator.calculation(schema, expression).value(row, arguments);
    }

    private static Number calculate(Expression.Arithmetic arithmetic, Number left, Number right) {
        if (arithmetic.type().equals(ValueType.FLOAT64)) {
            double first = left.doubleValue();
            double second = right.doubleValue();
            return switch (arithmetic.operator()) {
                case ADD -> first + second;
                case SUBTRACT -> first - second;
                case MULTIPLY -> first * second;
                case DIVIDE -> first / second;
            };
        }
        BigDecimal first = new BigDecimal(left.toString());
        BigDecimal second = new BigDecimal(right.toString());
        return switch (arithmetic.operator()) {
            case ADD -> first.add(second);
            case SUBTRACT -> first.subtract(second);
            case MULTIPLY -> first.multiply(second);
            case DIVIDE -> first.divide(second, java.math.MathContext.DECIMAL128);
        };
    }

    /** Returns the rows for which a condition holds. */
    List<Row> matching(Condition condition, List<Row> rows) {
        List<Row> matching = new ArrayList<>(rows);
        matching.removeIf(row -> !matches(condition, row));
        return matching;
    }
}
