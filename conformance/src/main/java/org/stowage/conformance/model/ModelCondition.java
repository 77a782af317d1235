package org.stowage.conformance.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** What a condition is for a row, from section 2 of the semantic contract: true, false, or null for unknown. */
final class ModelCondition {

    private final ModelExpression expressions;
    private final List<@Nullable Object> arguments;

    ModelCondition(EntitySchema schema, List<@Nullable Object> arguments) {
        this.expressions = new ModelExpression(schema, arguments);
        this.arguments = arguments;
    }

    @Nullable Boolean test(Condition condition, Row row) {
        return switch (condition) {
            case Condition.Constant constant ->
                switch (constant.truth()) {
                    case TRUE -> Boolean.TRUE;
                    case FALSE -> Boolean.FALSE;
                    case UNKNOWN -> null;
                };
            case Condition.And and -> all(and.parts(), row);
            case Condition.Or or -> any(or.parts(), row);
            case Condition.Not not -> opposite(test(not.part(), row));
            case Condition.Comparison comparison -> compare(comparison, row);
            case Condition.Between between -> between(between, row);
            case Condition.In in -> in(in, row);
            case Condition.Like like -> like(like, row);
            case Condition.Contains contains -> contains(contains, row);
            case Condition.IsNull isNull -> expressions.value(isNull.value(), row) == null;
        };
    }

    private @Nullable Boolean all(List<Condition> parts, Row row) {
        boolean unknown = false;
        for (Condition part : parts) {
            Boolean truth = test(part, row);
            if (Boolean.FALSE.equals(truth)) {
                return Boolean.FALSE;
            }
            unknown = unknown || truth == null;
        }
        return unknown ? null : Boolean.TRUE;
    }

    private @Nullable Boolean any(List<Condition> parts, Row row) {
        boolean unknown = false;
        for (Condition part : parts) {
            Boolean truth = test(part, row);
            if (Boolean.TRUE.equals(truth)) {
                return Boolean.TRUE;
            }
            unknown = unknown || truth == null;
        }
        return unknown ? null : Boolean.FALSE;
    }

    private static @Nullable Boolean opposite(@Nullable Boolean truth) {
        return truth == null ? null : Boolean.valueOf(!truth);
    }

    private @Nullable Boolean compare(Condition.Comparison comparison, Row row) {
        return compare(comparison.relation(), comparison.left(), comparison.right(), row);
    }

    private @Nullable Boolean compare(Condition.Relation relation, Expression left, Expression right, Row row) {
        Object first = expressions.value(left, row);
        Object second = first == null ? null : expressions.value(right, row);
        if (first == null || second == null) {
            return null;
        }
        int order = ModelOrder.compare(left.type(), first, second);
        return switch (relation) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private @Nullable Boolean between(Condition.Between between, Row row) {
        return all(
                List.of(
                        new Condition.Comparison(Condition.Relation.GREATER_OR_EQUAL, between.value(), between.low()),
                        new Condition.Comparison(Condition.Relation.LESS_OR_EQUAL, between.value(), between.high())),
                row);
    }

    private @Nullable Boolean in(Condition.In in, Row row) {
        Object value = expressions.value(in.value(), row);
        boolean empty = true;
        boolean unknown = false;
        for (Expression option : in.options()) {
            for (Object candidate : candidates(option, row)) {
                empty = false;
                if (value == null || candidate == null) {
                    unknown = true;
                } else if (ModelOrder.compare(in.value().type(), value, candidate) == 0) {
                    return Boolean.TRUE;
                }
            }
        }
        return (empty || !unknown) ? Boolean.FALSE : null;
    }

    private List<@Nullable Object> candidates(Expression option, Row row) {
        boolean many = option instanceof Expression.Parameter parameter && parameter.type() instanceof ValueType.ListOf;
        if (many && option instanceof Expression.Parameter parameter) {
            // A list that is null itself is one unknown option.
            return arguments.get(parameter.index()) instanceof List<?> list
                    ? new ArrayList<@Nullable Object>(list)
                    : Collections.singletonList(null);
        }
        return Collections.singletonList(expressions.value(option, row));
    }

    private @Nullable Boolean like(Condition.Like like, Row row) {
        Object value = expressions.value(like.value(), row);
        Object pattern = value == null ? null : expressions.value(like.pattern(), row);
        if (value == null || pattern == null) {
            return null;
        }
        return matches(
                ((String) value).codePoints().toArray(),
                ((String) pattern).codePoints().toArray(),
                like.escape());
    }

    /** Says for ever longer parts of the pattern which beginnings of the text they match. */
    private static boolean matches(int[] text, int[] pattern, OptionalInt escape) {
        boolean[] matched = new boolean[text.length + 1];
        matched[0] = true;
        for (int i = 0; i < pattern.length; i++) {
            boolean literal = escape.isPresent() && pattern[i] == escape.getAsInt();
            if (literal) {
                i++;
            }
            boolean[] next = new boolean[text.length + 1];
            for (int end = 0; end <= text.length; end++) {
                if (!literal && pattern[i] == '%') {
                    next[end] = matched[end] || (end > 0 && next[end - 1]);
                } else {
                    boolean one = end > 0 && ((!literal && pattern[i] == '_') || text[end - 1] == pattern[i]);
                    next[end] = one && matched[end - 1];
                }
            }
            matched = next;
        }
        return matched[text.length];
    }

    private @Nullable Boolean contains(Condition.Contains contains, Row row) {
        Object value = expressions.value(contains.value(), row);
        Object part = value == null ? null : expressions.value(contains.part(), row);
        if (value == null || part == null) {
            return null;
        }
        String text = (String) value;
        String wanted = (String) part;
        return switch (contains.place()) {
            case START -> text.indexOf(wanted) == 0;
            case END ->
                wanted.length() <= text.length()
                        && text.substring(text.length() - wanted.length()).equals(wanted);
            case ANYWHERE -> text.indexOf(wanted) >= 0;
        };
    }
}
