package org.stowage.conformance.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Expression;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** What an expression is for a row, from section 2 of the semantic contract. */
final class ModelExpression {

    private static final MathContext QUOTIENT = new MathContext(34, RoundingMode.HALF_EVEN);

    private final EntitySchema schema;
    private final List<@Nullable Object> arguments;

    ModelExpression(EntitySchema schema, List<@Nullable Object> arguments) {
        this.schema = schema;
        this.arguments = arguments;
    }

    @Nullable Object value(Expression expression, Row row) {
        return switch (expression) {
            case Expression.Path path -> follow(path.names(), schema.fields(), row);
            case Expression.Literal literal -> literal.value();
            case Expression.Parameter parameter -> arguments.get(parameter.index());
            case Expression.Arithmetic arithmetic -> {
                Object left = value(arithmetic.left(), row);
                Object right = left == null ? null : value(arithmetic.right(), row);
                yield left == null || right == null ? null : calculate(arithmetic, left, right);
            }
            case Expression.Negation negation -> {
                Object operand = value(negation.operand(), row);
                yield operand == null ? null : negative(operand);
            }
            case Expression.Function function -> {
                Object first = value(function.arguments().get(0), row);
                boolean single = function.arguments().size() == 1;
                Object second = first == null || single
                        ? null
                        : value(function.arguments().get(1), row);
                yield first == null || (second == null && !single) ? null : apply(function.name(), first, second);
            }
        };
    }

    private static @Nullable Object follow(List<String> names, List<Field> fields, Row row) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(names.get(0))) {
                Object value = row.get(i);
                boolean further = names.size() > 1;
                return further && value instanceof Row inner && fields.get(i).type() instanceof ValueType.Struct struct
                        ? follow(names.subList(1, names.size()), struct.fields(), inner)
                        : further ? null : value;
            }
        }
        throw new IllegalArgumentException("there is no field '" + names.get(0) + "'");
    }

    private static Object calculate(Expression.Arithmetic arithmetic, Object left, Object right) {
        Expression.Operator operator = arithmetic.operator();
        if (arithmetic.type().equals(ValueType.INT64)) {
            return integer(calculate(operator, BigInteger.valueOf((Long) left), BigInteger.valueOf((Long) right)));
        }
        if (arithmetic.type().equals(ValueType.FLOAT64)) {
            return floating(operator, ((Number) left).doubleValue(), ((Number) right).doubleValue());
        }
        return decimal(operator, new BigDecimal(left.toString()), new BigDecimal(right.toString()));
    }

    private static BigInteger calculate(Expression.Operator operator, BigInteger left, BigInteger right) {
        return switch (operator) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> {
                if (right.signum() == 0) {
                    throw new ModelFailureException("division by zero");
                }
                yield left.divide(right);
            }
        };
    }

    private static Long integer(BigInteger number) {
        if (number.bitLength() > 63) {
            throw new ModelFailureException(number + " is no int64");
        }
        return number.longValue();
    }

    private static Object floating(Expression.Operator operator, double left, double right) {
        double result = switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
        };
        if (Double.isNaN(result) || Double.isInfinite(result)) {
            throw new ModelFailureException(result + " is not finite");
        }
        return result == 0 ? 0.0 : result;
    }

    private static Object decimal(Expression.Operator operator, BigDecimal left, BigDecimal right) {
        if (operator == Expression.Operator.DIVIDE && right.signum() == 0) {
            throw new ModelFailureException("division by zero");
        }
        BigDecimal result = switch (operator) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> left.divide(right, QUOTIENT);
        };
        BigDecimal plain = result.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale();
        if (plain.signum() != 0 && (plain.precision() > 100 || exponent < -499 || exponent > 500)) {
            throw new ModelFailureException(result + " is no decimal");
        }
        return plain;
    }

    private static Object negative(Object number) {
        return switch (number) {
            case Long integer -> integer(BigInteger.valueOf(integer).negate());
            case Double floating -> floating == 0 ? 0.0 : -floating;
            default -> ((BigDecimal) number).negate();
        };
    }

    private static Object apply(Expression.Name name, Object first, @Nullable Object second) {
        return switch (name) {
            case LOWER -> ((String) first).toLowerCase(Locale.ROOT);
            case UPPER -> ((String) first).toUpperCase(Locale.ROOT);
            case FOLD_CASE -> foldCase((String) first);
            case LENGTH -> (long) codePoints(first).length;
            case LEFT -> part(codePoints(first), 0, count(second));
            case RIGHT -> {
                int[] all = codePoints(first);
                yield part(all, (int) Math.max(0, all.length - count(second)), all.length);
            }
            case CONCAT -> "" + first + second;
            // Not by its nearest double, which is zero for the smallest decimals.
            case ABS -> new BigDecimal(first.toString()).signum() < 0 ? negative(first) : first;
        };
    }

    static String foldCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static long count(@Nullable Object number) {
        if (!(number instanceof Long count) || count < 0) {
            throw new ModelFailureException("'" + number + "' is no number of code points");
        }
        return count;
    }

    private static int[] codePoints(Object text) {
        return ((String) text).codePoints().toArray();
    }

    private static String part(int[] codePoints, int from, long to) {
        int end = (int) Math.min(to, codePoints.length);
        return new String(codePoints, from, end - from);
    }
}
