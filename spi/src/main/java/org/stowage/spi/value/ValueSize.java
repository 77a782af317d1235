package org.stowage.spi.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much neutral values count against the limits, the same on every provider whatever it really stores. */
final class ValueSize {

    private static final int NUMBER = 8;
    private static final int DECIMAL_BESIDE_DIGITS = 8;

    private ValueSize() {}

    static long of(Object value) {
        if (value instanceof String text) {
            return TextCheck.utf8Length(text);
        } else if (value instanceof Bytes bytes) {
            return bytes.size();
        } else if (value instanceof BigDecimal number) {
            return (long) number.precision() + DECIMAL_BESIDE_DIGITS;
        } else if (value instanceof List<?> list) {
            return list.stream().mapToLong(ValueSize::of).sum();
        } else if (value instanceof Row row) {
            return of(row);
        }
        return fixed(value);
    }

    private static long of(Row row) {
        long size = 0;
        for (int i = 0; i < row.size(); i++) {
            @Nullable Object part = row.get(i);
            size += part == null ? 0 : of(part);
        }
        return size;
    }

    private static long fixed(Object value) {
        if (value instanceof java.util.UUID) {
            return UuidCode.LENGTH;
        } else if (value instanceof Instant) {
            return TemporalCode.INSTANT_LENGTH;
        } else if (value instanceof LocalDate) {
            return TemporalCode.DATE_LENGTH;
        } else if (value instanceof LocalTime) {
            return TemporalCode.TIME_LENGTH;
        } else if (value instanceof LocalDateTime) {
            return TemporalCode.DATETIME_LENGTH;
        }
        return NUMBER;
    }
}
