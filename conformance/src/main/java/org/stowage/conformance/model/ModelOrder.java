package org.stowage.conformance.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.IntStream;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.ValueType;

/** The one order of each type, from section 1 of the semantic contract. */
public final class ModelOrder {

    private ModelOrder() {}

    /** Compares two values of a type; negative, zero or positive. */
    public static int compare(ValueType type, Object left, Object right) {
        return switch (type) {
            case ValueType.Basic basic -> compareBasic(basic, left, right);
            case ValueType.Decimal decimal ->
                ((BigDecimal) left).subtract((BigDecimal) right).signum();
            case ValueType.Enumeration enumeration ->
                enumeration.names().indexOf((String) left) - enumeration.names().indexOf((String) right);
            case ValueType.ListOf list -> throw unordered(type);
            case ValueType.Struct struct -> throw unordered(type);
        };
    }

    private static int compareBasic(ValueType.Basic type, Object left, Object right) {
        return switch (type) {
            case BOOLEAN -> left.equals(right) ? 0 : Boolean.TRUE.equals(right) ? -1 : 1;
            case INT64 -> whole((Long) left).compareTo(whole((Long) right));
            case FLOAT64 -> new BigDecimal((Double) left).compareTo(new BigDecimal((Double) right));
            case TEXT -> compareAll(codePoints((String) left), codePoints((String) right));
            case BYTES -> compareAll(unsigned((Bytes) left), unsigned((Bytes) right));
            case UUID -> number((UUID) left).compareTo(number((UUID) right));
            case INSTANT -> nanoseconds((Instant) left).compareTo(nanoseconds((Instant) right));
            case DATE -> whole(((LocalDate) left).toEpochDay()).compareTo(whole(((LocalDate) right).toEpochDay()));
            case TIME -> whole(((LocalTime) left).toNanoOfDay()).compareTo(whole(((LocalTime) right).toNanoOfDay()));
            case DATETIME -> nanoseconds((LocalDateTime) left).compareTo(nanoseconds((LocalDateTime) right));
        };
    }

    private static int compareAll(int[] left, int[] right) {
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            if (left[i] != right[i]) {
                return left[i] - right[i];
            }
        }
        return left.length - right.length;
    }

    private static int[] codePoints(String text) {
        return text.codePoints().toArray();
    }

    private static int[] unsigned(Bytes bytes) {
        return IntStream.range(0, bytes.size()).map(i -> bytes.get(i) & 0xff).toArray();
    }

    private static BigInteger number(UUID uuid) {
        return new BigInteger(uuid.toString().replace("-", ""), 16);
    }

    private static BigInteger nanoseconds(Instant instant) {
        return whole(instant.getEpochSecond()).multiply(whole(1_000_000_000)).add(whole(instant.getNano()));
    }

    private static BigInteger nanoseconds(LocalDateTime moment) {
        return whole(moment.toLocalDate().toEpochDay())
                .multiply(whole(86_400_000_000_000L))
                .add(whole(moment.toLocalTime().toNanoOfDay()));
    }

    private static BigInteger whole(long number) {
        return BigInteger.valueOf(number);
    }

    private static IllegalArgumentException unordered(ValueType type) {
        return new IllegalArgumentException("'" + type.describe() + "' has no order");
    }
}
