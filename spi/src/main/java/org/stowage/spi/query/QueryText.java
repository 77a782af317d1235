package org.stowage.spi.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stowage.spi.value.Bytes;

/**
 * Queries and their parts on one line, for plans and error messages. It reads like the query language; long texts and lists are
 * cut, so it is for people and not to be parsed.
 */
public final class QueryText {

    private static final int SHOWN_CODE_POINTS = 60;
    private static final int SHOWN_OPTIONS = 5;

    private QueryText() {}

    /** Returns a query, for instance {@code from city where name = 'Bern' order by id}. */
    public static String describe(Query query) {
        StringBuilder text = new StringBuilder();
        if (!query.fields().isEmpty()) {
            text.append("select ")
                    .append(String.join(", ", new TreeSet<>(query.fields())))
                    .append(' ');
        }
        text.append("from ").append(query.entity());
        if (!query.condition().equals(Condition.ALWAYS)) {
            text.append(" where ").append(describe(query.condition()));
        }
        return text.append(" order by ").append(describe(query.sorts())).toString();
    }

    /** Returns an order, for instance {@code price desc, id}. */
    public static String describe(List<Sort> sorts) {
        return join(sorts, ", ", QueryText::describe);
    }

    /** Returns one level of an order; where nulls go is said if they do not go where the smallest value goes. */
    public static String describe(Sort sort) {
        String path = sort.ignoreCase()
                ? "lower(upper(" + sort.path() + "))"
                : sort.path().toString();
        String direction = sort.descending() ? " desc" : "";
        if (sort.nullsFirst() != sort.descending()) {
            return path + direction;
        }
        return path + direction + (sort.nullsFirst() ? " nulls first" : " nulls last");
    }

    /** Returns a condition, for instance {@code city = 'Bern' and price between :1 and :2}. */
    public static String describe(Condition condition) {
        return switch (condition) {
            case Condition.Constant constant -> constant.truth().name().toLowerCase(Locale.ROOT);
            case Condition.And and -> and.parts().isEmpty() ? "true" : join(and.parts(), " and ", QueryText::operand);
            case Condition.Or or -> or.parts().isEmpty() ? "false" : join(or.parts(), " or ", QueryText::operand);
            case Condition.Not not -> describeNot(not.part());
            case Condition.Comparison comparison ->
                describe(comparison.left()) + " " + comparison.relation().symbol() + " " + describe(comparison.right());
            case Condition.Between between ->
                describe(between.value()) + " between " + describe(between.low()) + " and " + describe(between.high());
            case Condition.In in -> describe(in.value()) + " in " + options(in.options());
            case Condition.Like like ->
                describe(like.value()) + " like " + describe(like.pattern())
                        + (like.escape().isPresent()
                                ? " escape "
                                        + quoted(
                                                Character.toString(like.escape().getAsInt()))
                                : "");
            case Condition.Contains contains ->
                place(contains.place()) + "(" + describe(contains.value()) + ", " + describe(contains.part()) + ")";
            case Condition.IsNull isNull -> describe(isNull.value()) + " is null";
        };
    }

    /** Returns an expression, for instance {@code length(name) + 1}. */
    public static String describe(Expression expression) {
        return switch (expression) {
            case Expression.Path path -> path.toString();
            case Expression.Literal literal -> literal(literal.value());
            case Expression.Parameter parameter -> ":" + (parameter.index() + 1);
            case Expression.Arithmetic arithmetic ->
                operand(arithmetic.left()) + " " + arithmetic.operator().symbol() + " " + operand(arithmetic.right());
            case Expression.Negation negation -> "-" + operand(negation.operand());
            case Expression.Function function -> call(function);
        };
    }

    private static String describeNot(Condition part) {
        return part instanceof Condition.IsNull isNull
                ? describe(isNull.value()) + " is not null"
                : "not (" + describe(part) + ")";
    }

    private static String operand(Condition condition) {
        return condition instanceof Condition.And || condition instanceof Condition.Or
                ? "(" + describe(condition) + ")"
                : describe(condition);
    }

    private static String operand(Expression expression) {
        return expression instanceof Expression.Arithmetic ? "(" + describe(expression) + ")" : describe(expression);
    }

    private static String options(List<Expression> options) {
        if (options.size() == 1 && options.get(0) instanceof Expression.Parameter) {
            return describe(options.get(0));
        }
        String shown = join(options.subList(0, Math.min(SHOWN_OPTIONS, options.size())), ", ", QueryText::describe);
        return options.size() <= SHOWN_OPTIONS
                ? "(" + shown + ")"
                : "(" + shown + ", … " + (options.size() - SHOWN_OPTIONS) + " more)";
    }

    private static String place(Condition.Place place) {
        return switch (place) {
            case START -> "starts_with";
            case END -> "ends_with";
            case ANYWHERE -> "contains";
        };
    }

    private static String call(Expression.Function function) {
        String arguments = join(function.arguments(), ", ", QueryText::describe);
        return switch (function.name()) {
            case FOLD_CASE -> "lower(upper(" + arguments + "))";
            case LOWER, UPPER, LENGTH, LEFT, RIGHT, CONCAT, ABS ->
                function.name().name().toLowerCase(Locale.ROOT) + "(" + arguments + ")";
        };
    }

    private static String literal(Object value) {
        return switch (value) {
            case Number number ->
                number instanceof BigDecimal decimal && Math.abs(decimal.scale()) <= SHOWN_CODE_POINTS
                        ? decimal.toPlainString()
                        : number.toString();
            case Boolean truth -> truth.toString();
            case Bytes bytes -> bytes.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        String shown = text.codePointCount(0, text.length()) <= SHOWN_CODE_POINTS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN_CODE_POINTS)) + "…";
        StringBuilder quoted = new StringBuilder(shown.length() + 2).append('\'');
        shown.codePoints().forEach(codePoint -> {
            if (codePoint == '\'') {
                quoted.append("''");
            } else if (Character.isISOControl(codePoint)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
            } else {
                quoted.appendCodePoint(codePoint);
            }
        });
        return quoted.append('\'').toString();
    }

    private static <T> String join(List<T> parts, String separator, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(separator));
    }
}
