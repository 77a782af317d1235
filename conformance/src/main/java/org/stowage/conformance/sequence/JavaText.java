package org.stowage.conformance.sequence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Values, changes and questions as expressions of Java. */
final class JavaText {

    private JavaText() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean truth -> truth.toString();
            case Long number -> number == Long.MIN_VALUE ? "Long.MIN_VALUE" : number + "L";
            case Double number -> "Double.valueOf(\"" + number + "\")";
            case BigDecimal decimal -> "new BigDecimal(\"" + decimal + "\")";
            case String text -> quoted(text);
            case Bytes bytes ->
                IntStream.range(0, bytes.size())
                        .mapToObj(i -> "(byte) " + bytes.get(i))
                        .collect(Collectors.joining(", ", "Bytes.of(", ")"));
            case UUID uuid -> "UUID.fromString(\"" + uuid + "\")";
            case Instant instant -> "Instant.parse(\"" + instant + "\")";
            case LocalDate date -> "LocalDate.parse(\"" + date + "\")";
            case LocalTime time -> "LocalTime.parse(\"" + time + "\")";
            case LocalDateTime moment -> "LocalDateTime.parse(\"" + moment + "\")";
            case Row row -> "row(" + all(Stream.of(row.toArray())) + ")";
            case Key key -> "Key.of(" + all(IntStream.range(0, key.size()).mapToObj(key::get)) + ")";
            case List<?> list -> "list(" + all(list.stream()) + ")";
            default -> throw new IllegalArgumentException("no neutral value: " + value.getClass());
        };
    }

    private static String all(Stream<?> values) {
        return values.map(JavaText::of).collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ') {
                // Not as a code point, which a compiler reads before it knows where the text ends.
                quoted.append(String.format("\\%03o", (int) each));
            } else if (each > '~') {
                quoted.append(String.format("\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }

    static String of(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> quoted(option.getKey()) + ", " + quoted(option.getValue()))
                .collect(Collectors.joining(", ", "Map.of(", ")"));
    }

    static String of(ValueType type) {
        return "ValueType.parse(" + quoted(type.describe()) + ")";
    }

    static String of(EntitySchema schema) {
        StringBuilder text = new StringBuilder("EntitySchema.named(" + quoted(schema.name()) + ")");
        String next = "\n            ";
        for (Field field : schema.fields()) {
            text.append(next)
                    .append(field.nullable() ? ".optional(" : ".required(")
                    .append(quoted(field.name()) + ", " + of(field.type()) + ")");
        }
        text.append(next).append(".key(" + names(schema.key()) + ")");
        schema.version().ifPresent(version -> text.append(next).append(".version(" + quoted(version) + ")"));
        schema.indexes()
                .forEach(index -> text.append(next)
                        .append(".index(new Index(List.of(" + names(index.fields()) + "), " + index.unique() + "))"));
        return text.append(next).append(".build()").toString();
    }

    private static String names(List<String> names) {
        return names.stream().map(JavaText::quoted).collect(Collectors.joining(", "));
    }

    static String of(Change change) {
        String entity = quoted(change.entity());
        return switch (change) {
            case Change.Insert insert ->
                "new Change.Insert(" + entity + ", "
                        + joined(insert.rows().stream().map(JavaText::of)) + ")";
            case Change.Update update -> "new Change.Update(" + entity + ", " + versioned(update.rows()) + ")";
            case Change.Save save -> "new Change.Save(" + entity + ", " + versioned(save.rows()) + ")";
            case Change.Delete delete ->
                "new Change.Delete(" + entity + ", "
                        + joined(delete.targets().stream()
                                .map(target -> "new Change.Target(" + of(target.key()) + ", "
                                        + expected(target.expected()) + ")"))
                        + ", " + delete.required() + ")";
        };
    }

    private static String versioned(List<Change.Versioned> rows) {
        return joined(rows.stream()
                .map(row -> "new Change.Versioned(" + of(row.row()) + ", " + expected(row.expected()) + ")"));
    }

    private static String expected(OptionalLong version) {
        return version.isPresent() ? "OptionalLong.of(" + version.getAsLong() + "L)" : "OptionalLong.empty()";
    }

    private static String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining(", ", "List.of(", ")"));
    }

    static String of(Sort sort) {
        return "new Sort(" + of(sort.path()) + ", " + sort.descending() + ", " + sort.nullsFirst() + ", "
                + sort.ignoreCase() + ")";
    }

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.Constant constant -> "new Condition.Constant(Truth." + constant.truth() + ")";
            case Condition.And and ->
                "new Condition.And(" + joined(and.parts().stream().map(JavaText::of)) + ")";
            case Condition.Or or ->
                "new Condition.Or(" + joined(or.parts().stream().map(JavaText::of)) + ")";
            case Condition.Not not -> "new Condition.Not(" + of(not.part()) + ")";
            case Condition.Comparison comparison ->
                "new Condition.Comparison(Condition.Relation." + comparison.relation() + ", " + of(comparison.left())
                        + ", " + of(comparison.right()) + ")";
            case Condition.Between between ->
                "new Condition.Between(" + of(between.value()) + ", " + of(between.low()) + ", " + of(between.high())
                        + ")";
            case Condition.In in ->
                "new Condition.In(" + of(in.value()) + ", "
                        + joined(in.options().stream().map(JavaText::of)) + ")";
            case Condition.Like like ->
                "new Condition.Like(" + of(like.value()) + ", " + of(like.pattern()) + ", " + escape(like.escape())
                        + ")";
            case Condition.Contains contains ->
                "new Condition.Contains(Condition.Place." + contains.place() + ", " + of(contains.value()) + ", "
                        + of(contains.part()) + ")";
            case Condition.IsNull isNull -> "new Condition.IsNull(" + of(isNull.value()) + ")";
        };
    }

    private static String escape(OptionalInt escape) {
        return escape.isPresent() ? "OptionalInt.of(" + escape.getAsInt() + ")" : "OptionalInt.empty()";
    }

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Path path ->
                "new Expression.Path(List.of(" + names(path.names()) + "), " + of(path.type()) + ")";
            case Expression.Literal literal ->
                "new Expression.Literal(" + of(literal.value()) + ", " + of(literal.type()) + ")";
            case Expression.Parameter parameter ->
                "new Expression.Parameter(" + parameter.index() + ", " + of(parameter.type()) + ")";
            case Expression.Arithmetic arithmetic ->
                "Expression.Arithmetic.of(Expression.Operator." + arithmetic.operator() + ", " + of(arithmetic.left())
                        + ", " + of(arithmetic.right()) + ")";
            case Expression.Negation negation -> "new Expression.Negation(" + of(negation.operand()) + ")";
            case Expression.Function function ->
                "Expression.Function.of(Expression.Name." + function.name() + ", "
                        + function.arguments().stream().map(JavaText::of).collect(Collectors.joining(", ")) + ")";
        };
    }
}
