package org.stowage.spi.value;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a type for people, in the notation that {@link ValueTypeParser} reads. */
final class ValueTypeText {

    private ValueTypeText() {}

    static String describe(ValueType type) {
        return switch (type) {
            case ValueType.Basic basic -> basic.name().toLowerCase(Locale.ROOT);
            case ValueType.Decimal decimal ->
                decimal.scale() == ValueType.Decimal.ANY_SCALE ? "decimal" : "decimal(" + decimal.scale() + ")";
            case ValueType.Enumeration enumeration ->
                enumeration.names().stream().map(ValueTypeText::name).collect(Collectors.joining(",", "enum(", ")"));
            case ValueType.ListOf list -> "list(" + describe(list.element()) + ")";
            case ValueType.Struct struct ->
                struct.fields().stream().map(ValueTypeText::field).collect(Collectors.joining(", ", "struct(", ")"));
        };
    }

    private static String field(Field field) {
        return field.name() + (field.nullable() ? "? " : " ") + describe(field.type());
    }

    private static String name(String name) {
        boolean plain = !name.isEmpty() && name.codePoints().allMatch(Character::isJavaIdentifierPart);
        return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
