package org.stowage.internal.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stowage.entity.Converter;
import org.stowage.spi.value.ValueType;

/**
 * How values of one Java type are stored. For many threads. Null never comes here.
 *
 * @param javaType the class of the values, primitive ones boxed
 * @param type how they are stored
 * @param encode makes a neutral value of a Java value
 * @param decode makes a Java value of a neutral value
 * @param embedded the attributes within, or null if there are none
 */
public record ValueCodec(
        Class<?> javaType,
        ValueType type,
        Function<Object, @Nullable Object> encode,
        Function<Object, Object> decode,
        @Nullable ClassLayout embedded) {

    /** Of whose classes only numbers, texts, moments and the like can be stored as they are. */
    private static final Set<String> IMMUTABLE_PACKAGES = Set.of("java.lang", "java.math", "java.time");

    ValueCodec(
            Class<?> javaType,
            ValueType type,
            Function<Object, @Nullable Object> encode,
            Function<Object, Object> decode) {
        this(javaType, type, encode, decode, null);
    }

    /** Returns how values of a class are stored, if they are by themselves: basic ones, enumerations and what a converter knows. */
    public static Optional<ValueCodec> of(Class<?> type, Collection<? extends Converter<?, ?>> converters) {
        return new CodecFactory(converters).simple(type);
    }

    /** Returns whether the values have a time zone, of which only an attribute keeps track. */
    boolean zoned() {
        return type.equals(ValueType.INSTANT) && (javaType == OffsetDateTime.class || javaType == ZonedDateTime.class);
    }

    /** Returns whether nobody can change a value of the Java type. */
    boolean immutable() {
        if (embedded != null) {
            return embedded.immutable();
        }
        // The package of an array is that of its elements.
        return javaType.isEnum()
                || javaType == UUID.class
                || (!javaType.isArray() && IMMUTABLE_PACKAGES.contains(javaType.getPackageName()));
    }

    /** Returns whether a value may be stored as another one that is equal to it. */
    boolean reforms() {
        return reforms(type);
    }

    private static boolean reforms(ValueType type) {
        return switch (type) {
            case ValueType.Decimal decimal -> true;
            case ValueType.Basic basic -> basic == ValueType.FLOAT64;
            case ValueType.Enumeration enumeration -> false;
            case ValueType.ListOf list -> reforms(list.element());
            case ValueType.Struct struct -> struct.fields().stream().anyMatch(field -> reforms(field.type()));
        };
    }

    /** Returns whether a value is read as it was written; false where that would have to be tried. */
    boolean readsAsWritten(Object value) {
        return type instanceof ValueType.Decimal decimal
                && value instanceof BigDecimal number
                && number.scale() == decimal.scale();
    }

    /** Returns a moment as it was in its zone; in UTC if no zone is stored with it. */
    Object inZone(Object moment, @Nullable Object zone) {
        String id = zone == null ? "Z" : (String) zone;
        return javaType == ZonedDateTime.class
                ? ((Instant) moment).atZone(ZoneId.of(id))
                : ((Instant) moment).atOffset(ZoneOffset.of(id));
    }

    /**
     * Returns the zone of a value of this type as it is stored; UTC if the type has none.
     *
     * @param offset whether the offset is wanted, not the name of the zone
     */
    public String zoneOf(Object value, boolean offset) {
        return switch (value) {
            case ZonedDateTime zoned ->
                offset ? zoned.getOffset().getId() : zoned.getZone().getId();
            case OffsetDateTime zoned -> zoned.getOffset().getId();
            default -> "Z";
        };
    }

    static <J, N> ValueCodec of(
            Class<J> javaType, ValueType type, Class<N> neutral, Function<J, N> encode, Function<N, J> decode) {
        return new ValueCodec(
                javaType,
                type,
                value -> encode.apply(javaType.cast(value)),
                value -> decode.apply(neutral.cast(value)));
    }

    static ValueCodec same(Class<?> javaType, ValueType type) {
        return new ValueCodec(javaType, type, value -> value, value -> value);
    }
}
