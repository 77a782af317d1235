package org.stowage.launcher.output;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.CanonicalJson;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * Values as JSON for people and programs. Unlike the stored form every number is a JSON number with all its digits, so that what reads it
 * sees a number, and an import the same type again.
 */
final class JsonText {

    private JsonText() {}

    static String of(ValueType type, Object value) {
        StringBuilder json = new StringBuilder();
        append(json, type, value);
        return json.toString();
    }

    static void append(StringBuilder json, ValueType type, @Nullable Object value) {
        switch (type) {
            case ValueType.ListOf list when value != null -> list(json, list, (List<?>) value);
            case ValueType.Struct struct when value != null -> object(json, struct.fields(), (Row) value);
            default -> json.append(value == null ? "null" : scalar(type, value));
        }
    }

    private static String scalar(ValueType type, Object value) {
        return switch (value) {
            case Boolean bool -> bool.toString();
            case Long number -> number.toString();
            case Double number -> number.toString();
            case BigDecimal number -> ValueDisplay.decimal(type, number);
            default -> quoted(ValueDisplay.text(type, value));
        };
    }

    private static void list(StringBuilder json, ValueType.ListOf type, List<?> values) {
        json.append('[');
        for (int i = 0; i < values.size(); i++) {
            json.append(i == 0 ? "" : ",");
            append(json, type.element(), values.get(i));
        }
        json.append(']');
    }

    private static void object(StringBuilder json, List<Field> fields, Row row) {
        json.append('{');
        for (int i = 0; i < fields.size(); i++) {
            json.append(i == 0 ? "" : ",").append(quoted(fields.get(i).name())).append(':');
            append(json, fields.get(i).type(), row.get(i));
        }
        json.append('}');
    }

    /** Returns a string of JSON, in which nothing can play with a terminal. */
    static String quoted(String text) {
        String json = CanonicalJson.encode(ValueType.TEXT, text);
        return SafeText.isSafe(json) ? json : SafeText.escaped(json);
    }
}
