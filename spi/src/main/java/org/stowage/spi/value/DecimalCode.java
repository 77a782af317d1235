package org.stowage.spi.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;

/**
 * Decimals as text, in two forms of section 1 of the semantic contract: one that sorts by bytes as the numbers do and still
 * reads by eye, and the plain one of JSON.
 *
 * <p>The sortable form of zero is {@code 0}. Of a positive number 0.digits × 10^exponent, whose first and last digits are not
 * zero, it is {@code 1}, the exponent + 499 as three digits, the digits, a space and the plain form. Of a negative number it is
 * {@code -}, the nines' complement of these three and of the digits, {@code ~}, a space and the plain form. So 12.5 is
 * {@code 1501125 12.5}, and −12.5 is {@code -498874~ -12.5}.
 *
 * <p>It sorts because a space comes before all digits and a tilde after them: of two positive numbers that begin alike the one
 * with more digits is larger, of two negative ones smaller.
 */
public final class DecimalCode {

    private static final int EXPONENT_START = 1;
    private static final int DIGITS_START = 4;
    private static final int LONGEST_PLAIN = 1_000;
    private static final int DIGITS_OF_LONG = 18;

    private DecimalCode() {}

    /**
     * Returns the sortable form of a number; equal numbers, such as 1.0 and 1.00, have the same.
     *
     * @throws org.stowage.spi.error.LimitExceededException if it has too many digits or its exponent is out of range
     */
    public static String encode(BigDecimal value) {
        BigDecimal number = (BigDecimal) ValueType.DECIMAL.check(value);
        if (number.signum() == 0) {
            return "0";
        }
        boolean negative = number.signum() < 0;
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - number.scale() - DecimalCheck.LEAST_EXPONENT;
        String plain = number.toPlainString();
        StringBuilder text = new StringBuilder(DIGITS_START + digits.length() + 2 + plain.length());
        text.append(negative ? '-' : '1');
        int shown = negative ? 999 - exponent : exponent;
        text.append((char) ('0' + shown / 100))
                .append((char) ('0' + shown / 10 % 10))
                .append((char) ('0' + shown % 10));
        if (negative) {
            for (int i = 0; i < digits.length(); i++) {
                text.append((char) ('0' + '9' - digits.charAt(i)));
            }
            text.append('~');
        } else {
            text.append(digits);
        }
        return text.append(' ').append(plain).toString();
    }

    /**
     * Returns the number of a sortable form, without trailing zeros.
     *
     * @throws InvalidValueException if the text is not exactly what {@link #encode} writes
     */
    public static BigDecimal decode(String text) {
        if (text.equals("0")) {
            return BigDecimal.ZERO;
        }
        BigDecimal number = number(text);
        if (number == null) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    ShownValue.of(text)
                            + " is no sortable decimal: expected the form of '1501125 12.5' or '-498874~ -12.5'");
        }
        return number;
    }

    private static @Nullable BigDecimal number(String text) {
        int space = text.indexOf(' ');
        boolean negative = text.startsWith("-");
        int end = negative ? space - 1 : space;
        boolean formed = end > DIGITS_START
                && end <= DIGITS_START + DecimalCheck.MOST_DIGITS
                && (negative ? text.charAt(end) == '~' : text.charAt(0) == '1')
                && onlyDigits(text, EXPONENT_START, end);
        if (!formed) {
            return null;
        }
        int shown = Integer.parseInt(text, EXPONENT_START, DIGITS_START, 10);
        int exponent = (negative ? 999 - shown : shown) + DecimalCheck.LEAST_EXPONENT;
        char zero = negative ? '9' : '0';
        if (text.charAt(DIGITS_START) == zero || text.charAt(end - 1) == zero) {
            return null;
        }
        int count = end - DIGITS_START;
        BigDecimal number = count <= DIGITS_OF_LONG
                ? BigDecimal.valueOf(small(text, end, negative), count - exponent)
                : new BigDecimal(large(text, end, negative), count - exponent);
        // The plain form says it all once more: if it says something else, somebody changed one of them.
        String plain = number.toPlainString();
        int start = space + 1;
        return text.length() == start + plain.length() && text.endsWith(plain) ? number : null;
    }

    private static long small(String text, int end, boolean negative) {
        long digits = Long.parseLong(text, DIGITS_START, end, 10);
        if (!negative) {
            return digits;
        }
        long nines = 0;
        for (int i = DIGITS_START; i < end; i++) {
            nines = nines * 10 + 9;
        }
        return digits - nines;
    }

    private static BigInteger large(String text, int end, boolean negative) {
        BigInteger digits = new BigInteger(text.substring(DIGITS_START, end));
        return negative
                ? digits.subtract(BigInteger.TEN.pow(end - DIGITS_START)).add(BigInteger.ONE)
                : digits;
    }

    /**
     * Returns the plain form of a number: digits with a point where needed, no exponent, no trailing zeros after the point.
     *
     * @throws org.stowage.spi.error.LimitExceededException if it has too many digits or its exponent is out of range
     */
    public static String encodePlain(BigDecimal value) {
        return ((BigDecimal) ValueType.DECIMAL.check(value)).toPlainString();
    }

    /**
     * Returns the number of a plain form, without trailing zeros. Zeros at the end after the point are accepted, since a declared
     * scale writes them; a plus sign, an exponent, zeros before the first digit and digits of other scripts are not.
     *
     * @throws InvalidValueException if the text is no plain form
     * @throws org.stowage.spi.error.LimitExceededException if the number has too many digits or its exponent is out of range
     */
    public static BigDecimal decodePlain(String text) {
        if (text.length() > LONGEST_PLAIN || !plain(text)) {
            throw new InvalidValueException(
                    ErrorContext.none(), ShownValue.of(text) + " is no decimal: expected digits such as '-12.50'");
        }
        return text.length() <= DIGITS_OF_LONG
                ? ofFewDigits(text)
                : (BigDecimal) ValueType.DECIMAL.check(new BigDecimal(text));
    }

    private static BigDecimal ofFewDigits(String text) {
        boolean negative = text.startsWith("-");
        long digits = 0;
        int scale = 0;
        for (int i = negative ? 1 : 0; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                scale = text.length() - i - 1;
            } else {
                digits = digits * 10 + text.charAt(i) - '0';
            }
        }
        if (digits == 0) {
            return BigDecimal.ZERO;
        }
        while (digits % 10 == 0) {
            digits /= 10;
            scale--;
        }
        return BigDecimal.valueOf(negative ? -digits : digits, scale);
    }

    private static boolean plain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        boolean whole = onlyDigits(text, start, end) && (text.charAt(start) != '0' || end == start + 1);
        return whole && (point < 0 || onlyDigits(text, point + 1, text.length()));
    }

    /** Returns whether a part of a text is one ASCII digit or more and nothing else. */
    private static boolean onlyDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < end;
    }
}
