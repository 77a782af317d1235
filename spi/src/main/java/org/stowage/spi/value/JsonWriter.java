package org.stowage.spi.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;

/** Writes neutral values as JSON. */
final class JsonWriter {

    /** The largest integer that every reader of JSON takes exactly. */
    static final long LARGEST_NUMBER = (1L << 53) - 1;

    private static final char[] HEXADECIMAL = "0123456789abcdef".toCharArray();

    private JsonWriter() {}

    static void write(StringBuilder json, ValueType type, Object value) {
        switch (type) {
            case ValueType.Basic basic -> basic(json, basic, value);
            case ValueType.Decimal decimal -> quoted(json, DecimalCode.encodePlain((BigDecimal) value));
            case ValueType.Enumeration enumeration -> text(json, (String) value);
            case ValueType.ListOf list -> list(json, list, (List<?>) value);
            case ValueType.Struct struct -> struct(json, struct, (Row) value);
        }
    }

    private static StringBuilder basic(StringBuilder json, ValueType.Basic type, Object value) {
        return switch (type) {
            case BOOLEAN, FLOAT64 -> json.append(value);
            case INT64 -> int64(json, (Long) value);
            case TEXT -> text(json, (String) value);
            case BYTES -> quoted(json, Base64.getEncoder().encodeToString(((Bytes) value).toArray()));
            case UUID -> quoted(json, UuidCode.encode((java.util.UUID) value));
            case INSTANT -> quoted(json, TemporalCode.encode((Instant) value));
            case DATE -> quoted(json, TemporalCode.encode((LocalDate) value));
            case TIME -> quoted(json, TemporalCode.encode((LocalTime) value));
            case DATETIME -> quoted(json, TemporalCode.encode((LocalDateTime) value));
        };
    }

    private static StringBuilder int64(StringBuilder json, long value) {
        return value < -LARGEST_NUMBER || value > LARGEST_NUMBER
                ? quoted(json, Long.toString(value))
                : json.append(value);
    }

    private static void list(StringBuilder json, ValueType.ListOf type, List<?> values) {
        char before = '[';
        for (Object value : values) {
            json.append(before);
            write(json, type.element(), value);
            before = ',';
        }
        json.append(before == '[' ? "[]" : "]");
    }

    private static void struct(StringBuilder json, ValueType.Struct type, Row row) {
        char before = '{';
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (value != null) {
                Field field = type.fields().get(i);
                text(json.append(before), field.name());
                write(json.append(':'), field.type(), value);
                before = ',';
            }
        }
        json.append(before == '{' ? "{}" : "}");
    }

    // For texts that need no escapes.
    private static StringBuilder quoted(StringBuilder json, String text) {
        return json.append('"').append(text).append('"');
    }

    private static StringBuilder text(StringBuilder json, String text) {
        json.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                escape(json.append(text, done, i), character);
                done = i + 1;
            }
        }
        return json.append(text, done, text.length()).append('"');
    }

    private static void escape(StringBuilder json, char character) {
        json.append('\\');
        switch (character) {
            case '"', '\\' -> json.append(character);
            case '\b' -> json.append('b');
            case '\f' -> json.append('f');
            case '\n' -> json.append('n');
            case '\r' -> json.append('r');
            case '\t' -> json.append('t');
            default -> json.append("u00").append(HEXADECIMAL[character >> 4]).append(HEXADECIMAL[character & 15]);
        }
    }
}
