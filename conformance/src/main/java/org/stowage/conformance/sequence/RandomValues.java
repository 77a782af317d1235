package org.stowage.conformance.sequence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.question.Extremes;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Values of each type by chance: few enough that they meet again and odd enough to matter, or any at all. */
public final class RandomValues {

    private static final List<String> LETTERS = List.of("a", "A", "b", "ä", "ß", "😀", "%", "_", " ", "1");
    private static final int NULL_ONE_IN = 4;
    private static final int ANY_ONE_IN = 8;

    private final RandomGenerator random;

    /** Creates values by chance. */
    public RandomValues(RandomGenerator random) {
        this.random = random;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** Returns so many values of a type, some of them the same perhaps. */
    List<Object> pool(ValueType type, int size) {
        List<Object> pool = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            pool.add(value(type));
        }
        return pool;
    }

    /** Returns any value of an ordered type: an odd one, or one out of all that there are. */
    public Object anyOf(ValueType type) {
        return switch (type) {
            case ValueType.Basic basic -> type.check(oneIn(3) ? oneOf(Extremes.of(type)) : any(basic));
            case ValueType.Decimal decimal ->
                type.check(oneIn(3) ? oneOf(Extremes.of(type)) : new BigDecimal(bits(300), random.nextInt(-300, 300)));
            case ValueType.Enumeration enumeration -> oneOf(enumeration.names());
            case ValueType.ListOf list -> throw new IllegalArgumentException("lists have no order");
            case ValueType.Struct struct -> throw new IllegalArgumentException("structures have no order");
        };
    }

    private Object any(ValueType.Basic type) {
        return switch (type) {
            case BOOLEAN -> oneIn(2);
            case INT64 -> random.nextLong() >> random.nextInt(64);
            case FLOAT64 -> finite();
            case TEXT -> anyText();
            case BYTES -> bytes();
            case UUID -> new UUID(random.nextLong(), random.nextLong());
            case INSTANT -> Instant.ofEpochSecond(anyDay() * 86_400 + random.nextInt(86_400), nanosecond());
            case DATE -> LocalDate.ofEpochDay(anyDay());
            case TIME -> LocalTime.ofSecondOfDay(random.nextInt(86_400)).withNano(nanosecond());
            case DATETIME ->
                LocalDate.ofEpochDay(anyDay())
                        .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)).withNano(nanosecond()));
        };
    }

    private double finite() {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : random.nextInt(100) / 8.0;
    }

    /** Returns a whole number of up to so many bits; as often a short one as a long one. */
    private BigInteger bits(int most) {
        byte[] bytes = new byte[1 + random.nextInt(most / 8)];
        random.nextBytes(bytes);
        return new BigInteger(bytes);
    }

    private String anyText() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            // As many of one byte in UTF-8 as of two, three and four; no halves of surrogate pairs.
            int codePoint = 1 + random.nextInt(oneOf(List.of(0x7f, 0x7ff, 0xffff, 0x10ffff)));
            text.appendCodePoint(codePoint >= 0xd800 && codePoint <= 0xdfff ? 'x' : codePoint);
        }
        return text.toString();
    }

    private Bytes bytes() {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private long anyDay() {
        return random.nextLong(
                LocalDate.of(1, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay() + 1);
    }

    private int nanosecond() {
        return oneIn(2) ? 0 : random.nextInt(1_000_000_000);
    }

    Object value(ValueType type) {
        if (type.ordered() && oneIn(ANY_ONE_IN)) {
            return anyOf(type);
        }
        return switch (type) {
            case ValueType.Basic basic -> type.check(oneIn(2) ? oneOf(Extremes.of(type)) : ordinary(basic));
            case ValueType.Decimal decimal ->
                type.check(oneIn(2) ? oneOf(Extremes.of(type)) : BigDecimal.valueOf(random.nextInt(-50, 50), 1));
            case ValueType.Enumeration enumeration -> oneOf(enumeration.names());
            case ValueType.ListOf list -> pool(list.element(), random.nextInt(3));
            case ValueType.Struct struct -> row(struct.fields());
        };
    }

    private Object ordinary(ValueType.Basic type) {
        return switch (type) {
            case INT64 -> (long) random.nextInt(-3, 6);
            case FLOAT64 -> random.nextInt(-8, 8) / 4.0;
            case TEXT -> oneIn(3) ? oddText() : text(3);
            case BOOLEAN, BYTES, UUID, INSTANT, DATE, TIME, DATETIME -> oneOf(Extremes.of(type));
        };
    }

    String text(int longest) {
        return joined(LETTERS, longest);
    }

    /** Returns a text of odd ones, in which what stands before or behind may make a difference. */
    private String oddText() {
        return joined(Extremes.of(ValueType.TEXT), 3);
    }

    private String joined(List<?> parts, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(oneOf(parts));
        }
        return text.toString();
    }

    private Row row(List<Field> fields) {
        return Row.of(fields.stream().map(this::valueOrNull).toArray());
    }

    private @Nullable Object valueOrNull(Field field) {
        return field.nullable() && oneIn(NULL_ONE_IN) ? null : value(field.type());
    }
}
