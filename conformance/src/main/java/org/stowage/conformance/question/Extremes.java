package org.stowage.conformance.question;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.ValueType;

/** The values of each ordered type at which stores go wrong, written down in ascending order. */
public final class Extremes {

    /** Names that neither the alphabet nor their length puts into their order. */
    public static final ValueType SIZE =
            new ValueType.Enumeration(List.of("tiny", "SMALL", "Medium", "large", "Übergroß"));

    private static final String MANY_DIGITS = "9".repeat(100);

    private Extremes() {}

    /** Returns every ordered type. */
    public static List<ValueType> types() {
        List<ValueType> types = new ArrayList<>(List.of(ValueType.Basic.values()));
        types.add(ValueType.DECIMAL);
        types.add(SIZE);
        return types;
    }

    /** Returns values of an ordered type, ascending and distinct. */
    public static List<Object> of(ValueType type) {
        List<?> values = switch (type) {
            case ValueType.Basic basic -> ofBasic(basic);
            case ValueType.Decimal decimal -> decimals();
            case ValueType.Enumeration enumeration -> enumeration.names();
            case ValueType.ListOf list -> throw new IllegalArgumentException("lists have no order");
            case ValueType.Struct struct -> throw new IllegalArgumentException("structures have no order");
        };
        return values.stream().<Object>map(type::check).toList();
    }

    private static List<?> ofBasic(ValueType.Basic type) {
        return switch (type) {
            case BOOLEAN -> List.of(false, true);
            case INT64 ->
                List.of(
                        Long.MIN_VALUE,
                        Long.MIN_VALUE + 1,
                        -(1L << 53) - 1,
                        -1L,
                        0L,
                        1L,
                        1L << 31,
                        1L << 53,
                        (1L << 53) + 1,
                        Long.MAX_VALUE - 1,
                        Long.MAX_VALUE);
            case FLOAT64 ->
                List.of(
                        -Double.MAX_VALUE,
                        -1.5,
                        -Double.MIN_NORMAL,
                        -Double.MIN_VALUE,
                        0.0,
                        Double.MIN_VALUE,
                        Double.MIN_NORMAL,
                        0.1,
                        1.0 / 3,
                        1.0,
                        Math.nextUp(1.0),
                        9007199254740992.0,
                        1e100,
                        Double.MAX_VALUE);
            case TEXT -> texts();
            case BYTES ->
                List.of(
                        Bytes.of(),
                        Bytes.of((byte) 0),
                        Bytes.of((byte) 0, (byte) 0),
                        Bytes.of((byte) 0, (byte) -1),
                        Bytes.of((byte) 1),
                        Bytes.of((byte) 0x7f),
                        Bytes.of((byte) 0x80),
                        Bytes.of((byte) -1),
                        Bytes.of((byte) -1, (byte) 0));
            case UUID ->
                List.of(
                        new UUID(0, 0),
                        new UUID(0, 1),
                        new UUID(0, Long.MIN_VALUE),
                        new UUID(0, -1),
                        new UUID(1, 0),
                        new UUID(Long.MAX_VALUE, -1),
                        new UUID(Long.MIN_VALUE, 0),
                        new UUID(-1, -1));
            case INSTANT ->
                List.of(
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("1582-10-10T12:00:00Z"),
                        Instant.parse("1969-12-31T23:59:59.999999999Z"),
                        Instant.EPOCH,
                        Instant.ofEpochSecond(0, 1),
                        Instant.ofEpochMilli(1),
                        Instant.parse("2000-02-29T23:59:59.1Z"),
                        Instant.parse("2024-03-31T01:30:00Z"),
                        Instant.parse("9999-12-31T23:59:59.999999999Z"));
            case DATE ->
                List.of(
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(999, 12, 31),
                        LocalDate.of(1582, 10, 10),
                        LocalDate.of(1969, 12, 31),
                        LocalDate.of(1970, 1, 1),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(9999, 12, 31));
            case TIME ->
                List.of(
                        LocalTime.MIDNIGHT,
                        LocalTime.ofNanoOfDay(1),
                        LocalTime.of(2, 30),
                        LocalTime.NOON,
                        LocalTime.of(12, 0, 1),
                        LocalTime.MAX);
            case DATETIME ->
                List.of(
                        LocalDateTime.of(1, 1, 1, 0, 0),
                        LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999),
                        LocalDateTime.of(1970, 1, 1, 0, 0),
                        LocalDateTime.of(2024, 3, 31, 2, 30),
                        LocalDateTime.of(2024, 3, 31, 2, 30, 0, 1),
                        LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999));
        };
    }

    // By code point: what lies beyond U+FFFF comes last, though its first char is less than U+E000.
    private static List<String> texts() {
        return List.of(
                "",
                "\u0001",
                "\t",
                "\n",
                "\r\n",
                " ",
                " a",
                "\"quoted\"",
                "%",
                "'",
                "1",
                "10",
                "9",
                "A",
                "AB",
                "Ab",
                "Z",
                "\\",
                "_",
                "a",
                "a ",
                "ab",
                "e\u0301",
                "null",
                "z",
                "\u007f",
                "\u0080",
                "é",
                "İ",
                "ı",
                "ǅ",
                "ΑΣ",
                "Σ",
                "ς",
                "σ",
                "\u2028",
                "\u212a",
                "\ud7ff",
                "\ue000",
                "ﬃ",
                "\ufeff",
                "\ufeffa",
                "\uffff",
                "\ud800\udc00",
                "\ud801\udc00",
                "😀",
                "\udbff\udfff");
    }

    private static List<BigDecimal> decimals() {
        return List.of(
                new BigDecimal("-" + MANY_DIGITS + "E400"),
                new BigDecimal("-1E499"),
                new BigDecimal("-100"),
                new BigDecimal("-12.5"),
                new BigDecimal("-12.4999"),
                new BigDecimal("-1"),
                new BigDecimal("-0.001"),
                new BigDecimal("-1E-500"),
                BigDecimal.ZERO,
                new BigDecimal("1E-500"),
                new BigDecimal("0.001"),
                new BigDecimal("0.1"),
                new BigDecimal("1"),
                new BigDecimal("1.00000000000000000000000000000000000001"),
                new BigDecimal("9.99"),
                new BigDecimal("10"),
                new BigDecimal("12.5"),
                new BigDecimal("100"),
                new BigDecimal("9007199254740993"),
                new BigDecimal("1E499"),
                new BigDecimal(MANY_DIGITS + "E400"));
    }
}
