package org.stowage.spi.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.TypeMismatchException;

/** The one order of each type's values. */
final class ValueOrder {

    private static final Comparator<Object> BOOLEAN = (a, b) -> Boolean.compare((Boolean) a, (Boolean) b);
    private static final Comparator<Object> INT64 = (a, b) -> Long.compare((Long) a, (Long) b);
    private static final Comparator<Object> FLOAT64 = (a, b) -> Double.compare((Double) a, (Double) b);
    private static final Comparator<Object> DECIMAL = (a, b) -> ((BigDecimal) a).compareTo((BigDecimal) b);
    private static final Comparator<Object> TEXT = (a, b) -> compareText((String) a, (String) b);
    private static final Comparator<Object> BYTES = (a, b) -> ((Bytes) a).compareTo((Bytes) b);
    private static final Comparator<Object> UUID = (a, b) -> compareUuid((java.util.UUID) a, (java.util.UUID) b);
    private static final Comparator<Object> INSTANT = (a, b) -> ((Instant) a).compareTo((Instant) b);
    private static final Comparator<Object> DATE = (a, b) -> ((LocalDate) a).compareTo((LocalDate) b);
    private static final Comparator<Object> TIME = (a, b) -> ((LocalTime) a).compareTo((LocalTime) b);
    private static final Comparator<Object> DATETIME = (a, b) -> ((LocalDateTime) a).compareTo((LocalDateTime) b);

    private ValueOrder() {}

    static Comparator<Object> of(ValueType type) {
        return switch (type) {
            case ValueType.Basic basic ->
                switch (basic) {
                    case BOOLEAN -> BOOLEAN;
                    case INT64 -> INT64;
                    case FLOAT64 -> FLOAT64;
                    case TEXT -> TEXT;
                    case BYTES -> BYTES;
                    case UUID -> UUID;
                    case INSTANT -> INSTANT;
                    case DATE -> DATE;
                    case TIME -> TIME;
                    case DATETIME -> DATETIME;
                };
            case ValueType.Decimal decimal -> DECIMAL;
            case ValueType.Enumeration enumeration -> declarationOrder(enumeration.names());
            case ValueType.ListOf list -> throw unordered(list);
            case ValueType.Struct struct -> throw unordered(struct);
        };
    }

    // UTF-16 puts the characters beyond U+FFFF, written as surrogates, before U+E000 to U+FFFF; by code point they come
    // last.
    private static int compareText(String a, String b) {
        // Where an index is searched, most texts that meet are equal, and that is seen at a glance.
        if (a.equals(b)) {
            return 0;
        }
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char first = a.charAt(i);
            char second = b.charAt(i);
            if (first != second) {
                return rank(first) - rank(second);
            }
        }
        return a.length() - b.length();
    }

    private static int rank(char character) {
        return Character.isSurrogate(character) ? character + 0x10000 : character;
    }

    private static int compareUuid(java.util.UUID a, java.util.UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    private static Comparator<Object> declarationOrder(List<String> names) {
        Map<Object, Integer> positions = new HashMap<>();
        for (String name : names) {
            positions.put(name, positions.size());
        }
        return (a, b) -> position(positions, a) - position(positions, b);
    }

    private static int position(Map<Object, Integer> positions, Object name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw new InvalidValueException(
                    ErrorContext.none(), ShownValue.of(name) + " is not a name of the enumeration that is compared");
        }
        return position;
    }

    private static TypeMismatchException unordered(ValueType type) {
        return new TypeMismatchException(
                ErrorContext.none(),
                "'" + type.describe() + "' has no order: lists and structures cannot be compared or sorted");
    }
}
