package org.stowage.spi.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** What the values of a column begin with, as unsigned numbers: of two values, the smaller one never has the larger number. */
final class ColumnStarts {

    private static final int ASKED = 16;
    private static final long LARGEST = -1;
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final long BEYOND_ASCII = 0x8080808080808080L;

    private final String common;
    private final long[] numbers;
    private boolean whole = true;

    private ColumnStarts(String common, @Nullable Object[] values) {
        this.common = common;
        this.numbers = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = number(values[i]);
        }
    }

    static ColumnStarts of(Row[] rows, int position, ValueType type) {
        @Nullable Object[] values = new @Nullable Object[rows.length];
        // Names stand in the order of their declaration, of which their characters say nothing.
        if (!(type instanceof ValueType.Enumeration)) {
            for (int i = 0; i < rows.length; i++) {
                values[i] = rows[i].get(position);
            }
        }
        return new ColumnStarts(commonStart(values), values);
    }

    // Texts of one column often begin alike, and what they have in common tells none of them apart. A few are asked.
    private static String commonStart(@Nullable Object[] values) {
        String common = null;
        for (int i = 0; i < values.length; i += Math.max(1, values.length / ASKED)) {
            if (values[i] instanceof String text) {
                common = common == null ? text : commonStart(common, text);
            }
        }
        return common == null ? "" : common;
    }

    private static String commonStart(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int length = 0;
        while (length < most && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    /** Returns one number for each row. */
    long[] numbers() {
        return numbers;
    }

    /** Returns whether the numbers say all, so that values with equal numbers are equal. */
    boolean whole() {
        return whole;
    }

    private long number(@Nullable Object value) {
        if (value instanceof Long number) {
            return signed(number);
        }
        if (value instanceof String text) {
            return number(text);
        }
        whole = false;
        return switch (value) {
            case BigDecimal decimal -> number(decimal.doubleValue());
            case Double number -> number(number.doubleValue());
            case Instant instant -> signed(instant.getEpochSecond());
            case UUID uuid -> uuid.getMostSignificantBits();
            // Null is the smallest; of the rest, which are rarely indexed, nothing is said.
            case null, default -> 0;
        };
    }

    private static long signed(long number) {
        return number ^ Long.MIN_VALUE;
    }

    private static long number(double number) {
        long bits = Double.doubleToLongBits(number);
        return bits < 0 ? ~bits : signed(bits);
    }

    // Characters beyond ASCII come after it; which of them it is, and what follows, is left open.
    private long number(String text) {
        if (!text.startsWith(common)) {
            whole = false;
            return ValueType.TEXT.order().compare(text, common) < 0 ? 0 : LARGEST;
        }
        int end = Math.min(text.length(), common.length() + Long.BYTES);
        int shift = Long.SIZE;
        long number = 0;
        for (int at = common.length(); at < end && (number & BEYOND_ASCII) == 0; at++) {
            shift -= Byte.SIZE;
            number |= (long) Math.min(text.charAt(at), FIRST_BEYOND_ASCII) << shift;
        }
        whole &= end == text.length() && (number & BEYOND_ASCII) == 0;
        return number;
    }
}
