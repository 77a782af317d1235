package org.stowage.sqlite;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Random values of each type: often an extreme one, often one of few so that values meet again, else any. */
@NullMarked
final class RandomValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "ab",
            "aB",
            "abc",
            "ba",
            "%",
            "_",
            "a%b",
            "a_b",
            "*",
            "?",
            "[a]",
            "[^a]",
            "]",
            "^",
            "-",
            "\\",
            "'",
            "\"",
            "\n",
            "a\nb",
            "\t",
            "\u0001",
            "\u007f",
            "é",
            "e\u0301",
            "ß",
            "İ",
            "ı",
            "K",
            "aΣ",
            "\ufeff",
            "\ud7ff",
            "\ue000",
            "\ufffd",
            "\ufffe",
            "\uffff",
            "\ud800\udc00",
            "\udbff\udfff",
            "\udbff\udfffa",
            "a\uffffb",
            "日本",
            "😀",
            "😀a",
            "x'; drop table t; --");

    private final Random random;

    RandomValues(long seed) {
        this.random = new Random(seed);
    }

    static long seed() {
        long seed = Long.getLong("stowage.seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dstowage.seed=" + seed + ")");
        return seed;
    }

    Random random() {
        return random;
    }

    Object of(ValueType type) {
        return type.check(raw(type));
    }

    private Object raw(ValueType type) {
        return switch (type) {
            case ValueType.Basic basic ->
                switch (basic) {
                    case BOOLEAN -> random.nextBoolean();
                    case INT64 -> int64();
                    case FLOAT64 -> float64();
                    case TEXT -> text();
                    case BYTES -> bytes();
                    case UUID -> uuid();
                    case INSTANT -> dateTime().toInstant(ZoneOffset.UTC);
                    case DATE -> dateTime().toLocalDate();
                    case TIME -> dateTime().toLocalTime();
                    case DATETIME -> dateTime();
                };
            case ValueType.Decimal decimal -> decimal();
            case ValueType.Enumeration names -> pick(names.names());
            case ValueType.ListOf list -> {
                List<Object> elements = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    elements.add(of(list.element()));
                }
                yield elements;
            }
            case ValueType.Struct struct ->
                Row.of(struct.fields().stream().map(this::orNull).toArray());
        };
    }

    @org.jspecify.annotations.Nullable Object orNull(Field field) {
        return field.nullable() && random.nextInt(4) == 0 ? null : of(field.type());
    }

    private long int64() {
        return switch (random.nextInt(4)) {
            case 0 ->
                pick(List.of(
                        Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, 1L, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE));
            case 1 -> random.nextLong();
            default -> random.nextInt(7) - 3;
        };
    }

    private double float64() {
        return switch (random.nextInt(4)) {
            case 0 ->
                pick(List.of(
                        0.0,
                        -0.0,
                        Double.MIN_VALUE,
                        -Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        -Double.MAX_VALUE,
                        0.1,
                        9007199254740992.0));
            case 1 -> {
                double any = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(any) ? any : 1.5;
            }
            default -> (random.nextInt(7) - 3) / 2.0;
        };
    }

    String text() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> pick(TEXTS);
            case 2 -> pick(TEXTS) + pick(TEXTS);
            case 3 -> pick(TEXTS) + pick(TEXTS) + pick(TEXTS);
            default -> {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(5); i > 0; i--) {
                    text.append(pick(List.of("a", "b", "A", "é", "%")));
                }
                yield text.toString();
            }
        };
    }

    private Bytes bytes() {
        byte[] bytes = new byte[random.nextInt(4)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = pick(List.of((byte) 0, (byte) 1, (byte) 127, (byte) -128, (byte) -1));
        }
        return Bytes.of(bytes);
    }

    private UUID uuid() {
        return switch (random.nextInt(3)) {
            case 0 -> new UUID(random.nextInt(3) - 1, random.nextInt(3) - 1);
            case 1 -> new UUID(Long.MIN_VALUE, Long.MAX_VALUE);
            default -> new UUID(random.nextLong(), random.nextLong());
        };
    }

    private LocalDateTime dateTime() {
        return switch (random.nextInt(4)) {
            case 0 -> LocalDate.of(1, 1, 1).atStartOfDay();
            case 1 -> LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999);
            case 2 ->
                LocalDateTime.ofInstant(
                        Instant.ofEpochSecond(random.nextInt(3) - 1, random.nextInt(3)), ZoneOffset.UTC);
            default ->
                LocalDate.of(1, 1, 1)
                        .plusDays(random.nextInt(3_652_058))
                        .atTime(LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L)));
        };
    }

    private BigDecimal decimal() {
        return switch (random.nextInt(5)) {
            case 0 ->
                pick(List.of(
                        BigDecimal.ZERO,
                        new BigDecimal("9.9E+499"),
                        new BigDecimal("-1E+499"),
                        new BigDecimal("1E-500"),
                        new BigDecimal("-1E-500"),
                        new BigDecimal("9".repeat(100)),
                        new BigDecimal("-" + "9".repeat(100)),
                        new BigDecimal("0.001"),
                        new BigDecimal("-0.001"),
                        new BigDecimal("1.00"),
                        new BigDecimal("10")));
            case 1 -> new BigDecimal(new BigInteger(1 + random.nextInt(300), random), random.nextInt(200) - 100);
            case 2 ->
                new BigDecimal(new BigInteger(1 + random.nextInt(300), random), random.nextInt(200) - 100).negate();
            default -> BigDecimal.valueOf(random.nextInt(41) - 20, random.nextInt(3));
        };
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
