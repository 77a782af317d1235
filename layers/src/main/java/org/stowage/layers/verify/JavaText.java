package org.stowage.layers.verify;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.ValueType;

/** Requests as Java that makes them. */
final class JavaText {

    private JavaText() {}

    /** Returns the statements that ask a store again, of which {@code stowage} is the variable for it. */
    static String of(String store, ScanRequest request) {
        String limit = request.limit() == ScanRequest.UNLIMITED ? "ScanRequest.UNLIMITED" : request.limit() + "L";
        return "OpenStore store = stowage.store(" + text(store) + ");\n"
                + "EntitySchema schema = store.requireSchema("
                + text(request.query().entity()) + ");\n"
                + "Condition condition = " + condition(request.query().condition()) + ";\n"
                + "List<Sort> sorts = " + list(request.query().sorts(), JavaText::sort) + ";\n"
                + "Query query = Query.of(schema, condition, sorts);\n"
                + "ScanRequest request = new ScanRequest(query, " + values(request.arguments()) + ", "
                + request.offset() + "L, " + limit + ");\n"
                + "store.read(transaction -> transaction.scan(request).stream().toList()).forEach(System.out::println);";
    }

    private static String sort(Sort sort) {
        return "new Sort(" + expression(sort.path()) + ", " + sort.descending() + ", " + sort.nullsFirst() + ", "
                + sort.ignoreCase() + ")";
    }

    static String condition(Condition condition) {
        return switch (condition) {
            case Condition.Constant constant ->
                node("Constant", "Truth." + constant.truth().name());
            case Condition.And and -> node("And", list(and.parts(), JavaText::condition));
            case Condition.Or or -> node("Or", list(or.parts(), JavaText::condition));
            case Condition.Not not -> node("Not", condition(not.part()));
            case Condition.Comparison comparison ->
                node(
                        "Comparison",
                        "Condition.Relation." + comparison.relation().name(),
                        expression(comparison.left()),
                        expression(comparison.right()));
            case Condition.Between between ->
                node("Between", expression(between.value()), expression(between.low()), expression(between.high()));
            case Condition.In in -> node("In", expression(in.value()), list(in.options(), JavaText::expression));
            case Condition.Like like ->
                node(
                        "Like",
                        expression(like.value()),
                        expression(like.pattern()),
                        like.escape().isPresent()
                                ? "OptionalInt.of(" + like.escape().getAsInt() + ")"
                                : "OptionalInt.empty()");
            case Condition.Contains contains ->
                node(
                        "Contains",
                        "Condition.Place." + contains.place().name(),
                        expression(contains.value()),
                        expression(contains.part()));
            case Condition.IsNull isNull -> node("IsNull", expression(isNull.value()));
        };
    }

    private static String node(String name, String... parts) {
        return "new Condition." + name + "(" + String.join(", ", parts) + ")";
    }

    private static String expression(Expression expression) {
        return switch (expression) {
            case Expression.Path path ->
                "new Expression.Path(" + list(path.names(), JavaText::text) + ", " + type(path.type()) + ")";
            case Expression.Literal literal ->
                "new Expression.Literal(" + value(literal.value()) + ", " + type(literal.type()) + ")";
            case Expression.Parameter parameter ->
                "new Expression.Parameter(" + parameter.index() + ", " + type(parameter.type()) + ")";
            case Expression.Arithmetic arithmetic ->
                "Expression.Arithmetic.of(Expression.Operator."
                        + arithmetic.operator().name() + ", " + expression(arithmetic.left()) + ", "
                        + expression(arithmetic.right()) + ")";
            case Expression.Negation negation -> "new Expression.Negation(" + expression(negation.operand()) + ")";
            case Expression.Function function ->
                "Expression.Function.of(Expression.Name." + function.name().name() + ", "
                        + join(function.arguments(), JavaText::expression) + ")";
        };
    }

    private static String type(ValueType type) {
        return type instanceof ValueType.Basic basic
                ? "ValueType." + basic.name()
                : "ValueType.parse(" + text(type.describe()) + ")";
    }

    private static String values(List<? extends @Nullable Object> values) {
        String all = values.stream().map(JavaText::valueOrNull).collect(Collectors.joining(", "));
        return values.size() == 1 ? "Collections.singletonList(" + all + ")" : "Arrays.asList(" + all + ")";
    }

    private static String valueOrNull(@Nullable Object value) {
        return value == null ? "null" : value(value);
    }

    private static String value(Object value) {
        return switch (value) {
            case Long number -> number == Long.MIN_VALUE ? "Long.MIN_VALUE" : number + "L";
            case Double number -> number + "D";
            case BigDecimal number -> "new BigDecimal(" + text(number.toString()) + ")";
            case Boolean truth -> truth.toString();
            case String text -> text(text);
            case Bytes bytes ->
                "Bytes.of(HexFormat.of().parseHex(" + text(HexFormat.of().formatHex(bytes.toArray())) + "))";
            case List<?> list -> values(list);
            case UUID id -> "UUID.fromString(" + text(id.toString()) + ")";
            // The types of java.time read what they write.
            default -> value.getClass().getSimpleName() + ".parse(" + text(value.toString()) + ")";
        };
    }

    private static String text(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"', '\\' -> quoted.append('\\').append(unit);
                default -> quoted.append(plain(unit));
            }
        }
        return quoted.append('"').toString();
    }

    private static String plain(char unit) {
        if (unit >= ' ' && unit < 0x7f) {
            return String.valueOf(unit);
        }
        // A line break written with u would end the line before the compiler reads the text.
        return String.format(Locale.ROOT, unit < ' ' ? "\\%03o" : "\\u%04x", (int) unit);
    }

    private static <T> String list(List<T> parts, Function<T, String> text) {
        return "List.of(" + join(parts, text) + ")";
    }

    private static <T> String join(List<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(", "));
    }
}
