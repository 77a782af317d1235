package org.stowage.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.ValueType;

/**
 * Neutral values as texts that people write and read: {@code true}, {@code 42}, {@code 12.50}, {@code 2026-03-01T12:00:00Z}, base64.
 * No locale and no time zone has a say in it.
 */
public final class ValueText {

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?";
    private static final Pattern DATE_FORM = Pattern.compile(DATE);
    private static final Pattern TIME_FORM = Pattern.compile(TIME);
    private static final Pattern DATETIME_FORM = Pattern.compile(DATE + "T" + TIME);
    private static final Pattern INSTANT_FORM =
            Pattern.compile(DATE + "T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z");
    private static final Pattern INT64_FORM = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern NUMBER_FORM =
            Pattern.compile("[+-]?(\\d{1,130}(\\.\\d{0,130})?|\\.\\d{1,130})([eE][+-]?\\d{1,4})?");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ValueText() {}

    /**
     * Returns the neutral value that a text stands for.
     *
     * @param type what it shall be; no list and no structure
     * @param text without blanks around it, unless they belong to a value of type text
     * @throws InvalidValueException if it is no value of the type; shows how one is written
     * @throws org.stowage.spi.error.StoreException if the value is outside of what the type allows
     */
    public static Object parse(ValueType type, String text) {
        Object value;
        try {
            value = read(type, text);
        } catch (DateTimeException | IllegalArgumentException failure) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "'" + text + "' is no " + type.describe() + "; write it as " + example(type),
                    failure);
        }
        return type.check(value);
    }

    private static Object read(ValueType type, String text) {
        return switch (type) {
            case ValueType.Decimal decimal -> new BigDecimal(formed(NUMBER_FORM, text));
            case ValueType.Enumeration enumeration -> text;
            case ValueType.ListOf list -> throw new IllegalArgumentException("a list is not written as a text");
            case ValueType.Struct struct -> throw new IllegalArgumentException("a structure is not written as a text");
            case ValueType.Basic basic ->
                switch (basic) {
                    case BOOLEAN -> bool(text);
                    case INT64 -> Long.parseLong(formed(INT64_FORM, text));
                    case FLOAT64 -> Double.parseDouble(formed(NUMBER_FORM, text));
                    case TEXT -> text;
                    case BYTES -> Bytes.of(Base64.getDecoder().decode(text));
                    case UUID -> UUID.fromString(formed(UUID_FORM, text));
                    case INSTANT -> Instant.parse(formed(INSTANT_FORM, text));
                    case DATE -> LocalDate.parse(formed(DATE_FORM, text));
                    case TIME -> LocalTime.parse(formed(TIME_FORM, text));
                    case DATETIME -> LocalDateTime.parse(formed(DATETIME_FORM, text));
                };
        };
    }

    private static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String formed(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String example(ValueType type) {
        return switch (type) {
            case ValueType.Decimal decimal -> "12.50";
            case ValueType.Enumeration enumeration -> String.join(" or ", enumeration.names());
            case ValueType.ListOf list -> "JSON";
            case ValueType.Struct struct -> "JSON";
            case ValueType.Basic basic ->
                switch (basic) {
                    case BOOLEAN -> "true or false";
                    case INT64 -> "42";
                    case FLOAT64 -> "1.5";
                    case TEXT -> "any text";
                    case BYTES -> "base64";
                    case UUID -> "123e4567-e89b-12d3-a456-426614174000";
                    case INSTANT -> "2026-03-01T12:00:00Z";
                    case DATE -> "2026-03-01";
                    case TIME -> "12:00:00";
                    case DATETIME -> "2026-03-01T12:00:00";
                };
        };
    }
}
