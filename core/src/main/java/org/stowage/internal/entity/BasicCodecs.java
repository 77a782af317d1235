package org.stowage.internal.entity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.ValueType;

/** The types of Java that need no declaration. */
final class BasicCodecs {

    private static final Map<Class<?>, ValueCodec> CODECS = codecs();

    private BasicCodecs() {}

    /** Returns the codec of a class, primitive or not, or null if there is none. */
    static @Nullable ValueCodec of(Class<?> type) {
        return CODECS.get(type);
    }

    /** Returns the codec of decimals with a declared scale. */
    static ValueCodec decimal(int scale) {
        return ValueCodec.of(
                BigDecimal.class,
                new ValueType.Decimal(scale),
                BigDecimal.class,
                value -> value,
                value -> value.scale() == scale ? value : value.setScale(scale));
    }

    /** Returns the codec of an enumeration. */
    static ValueCodec enumeration(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        Map<String, Object> byName = new HashMap<>();
        java.util.List<String> names = new java.util.ArrayList<>();
        for (Object constant : constants) {
            String name = ((Enum<?>) constant).name();
            names.add(name);
            byName.put(name, constant);
        }
        return new ValueCodec(
                type,
                new ValueType.Enumeration(names),
                value -> ((Enum<?>) value).name(),
                name -> constant(type, byName, name));
    }

    private static Object constant(Class<?> type, Map<String, Object> byName, Object name) {
        Object constant = byName.get(name);
        if (constant == null) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "'" + name + "' is stored, and " + type.getSimpleName() + " has no such constant; add it back");
        }
        return constant;
    }

    private static Map<Class<?>, ValueCodec> codecs() {
        Map<Class<?>, ValueCodec> codecs = new HashMap<>();
        both(codecs, boolean.class, ValueCodec.same(Boolean.class, ValueType.BOOLEAN));
        both(codecs, long.class, ValueCodec.same(Long.class, ValueType.INT64));
        both(codecs, double.class, ValueCodec.same(Double.class, ValueType.FLOAT64));
        both(codecs, int.class, whole(Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value));
        both(codecs, short.class, whole(Short.class, Short.MIN_VALUE, Short.MAX_VALUE, value -> (short) value));
        both(codecs, byte.class, whole(Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE, value -> (byte) value));
        both(
                codecs,
                float.class,
                ValueCodec.of(Float.class, ValueType.FLOAT64, Double.class, Float::doubleValue, Double::floatValue));
        both(
                codecs,
                char.class,
                ValueCodec.of(Character.class, ValueType.TEXT, String.class, String::valueOf, BasicCodecs::character));
        add(codecs, ValueCodec.same(String.class, ValueType.TEXT));
        add(codecs, ValueCodec.same(UUID.class, ValueType.UUID));
        add(codecs, ValueCodec.same(Instant.class, ValueType.INSTANT));
        add(codecs, ValueCodec.same(LocalDate.class, ValueType.DATE));
        add(codecs, ValueCodec.same(LocalTime.class, ValueType.TIME));
        add(codecs, ValueCodec.same(LocalDateTime.class, ValueType.DATETIME));
        add(
                codecs,
                ValueCodec.of(
                        BigDecimal.class,
                        ValueType.DECIMAL,
                        BigDecimal.class,
                        value -> value,
                        value -> value.scale() < 0 ? value.setScale(0) : value));
        add(
                codecs,
                ValueCodec.of(
                        BigInteger.class,
                        new ValueType.Decimal(0),
                        BigDecimal.class,
                        BigDecimal::new,
                        BigDecimal::toBigIntegerExact));
        add(codecs, ValueCodec.of(byte[].class, ValueType.BYTES, Bytes.class, Bytes::of, Bytes::toArray));
        add(
                codecs,
                ValueCodec.of(
                        Duration.class, ValueType.INT64, Long.class, BasicCodecs::nanoseconds, Duration::ofNanos));
        add(
                codecs,
                ValueCodec.of(
                        Year.class,
                        ValueType.INT64,
                        Long.class,
                        year -> (long) year.getValue(),
                        year -> Year.of(Math.toIntExact(year))));
        add(codecs, ValueCodec.of(URI.class, ValueType.TEXT, String.class, URI::toString, URI::create));
        // As arguments. An attribute also keeps its zone: see RowShape and ZonedElements.
        add(
                codecs,
                ValueCodec.of(
                        OffsetDateTime.class,
                        ValueType.INSTANT,
                        Instant.class,
                        OffsetDateTime::toInstant,
                        value -> value.atOffset(ZoneOffset.UTC)));
        add(
                codecs,
                ValueCodec.of(
                        ZonedDateTime.class,
                        ValueType.INSTANT,
                        Instant.class,
                        ZonedDateTime::toInstant,
                        value -> value.atZone(ZoneOffset.UTC)));
        return Map.copyOf(codecs);
    }

    private static void add(Map<Class<?>, ValueCodec> codecs, ValueCodec codec) {
        codecs.put(codec.javaType(), codec);
    }

    private static void both(Map<Class<?>, ValueCodec> codecs, Class<?> primitive, ValueCodec codec) {
        add(codecs, codec);
        codecs.put(primitive, codec);
    }

    private static ValueCodec whole(
            Class<?> boxed, long least, long greatest, java.util.function.LongFunction<Object> narrow) {
        return new ValueCodec(boxed, ValueType.INT64, value -> ((Number) value).longValue(), value -> {
            long number = (Long) value;
            if (number < least || number > greatest) {
                throw new InvalidValueException(
                        ErrorContext.none(),
                        "the value '" + number + "' is no " + boxed.getSimpleName()
                                + "; use a wider type or a value from " + least + " to " + greatest);
            }
            return narrow.apply(number);
        });
    }

    private static char character(String text) {
        if (text.length() != 1) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "the text '" + text + "' is stored, and a char takes one character; use a String");
        }
        return text.charAt(0);
    }

    private static long nanoseconds(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException failure) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "the duration '" + duration + "' is longer than 292 years; use a shorter one",
                    failure);
        }
    }
}
