package org.stowage.spi.value;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;

/**
 * Times as text of fixed width, so that the texts sort by bytes as the values do (section 1 of the semantic contract):
 *
 * <ul>
 *   <li>INSTANT, 30 characters: {@code 2026-01-31T23:59:58.000000000Z}
 *   <li>DATE, 10: {@code 2026-01-31}
 *   <li>TIME, 18: {@code 23:59:58.000000000}
 *   <li>DATETIME, 29: {@code 2026-01-31T23:59:58.000000000}
 * </ul>
 *
 * <p>Years are 0001 to 9999. Reading accepts exactly what writing makes: no other width, no {@code :60}, no {@code 24:00}, no
 * day that its month does not have.
 */
public final class TemporalCode {

    /** The number of characters of an INSTANT. */
    public static final int INSTANT_LENGTH = 30;

    /** The number of characters of a DATE. */
    public static final int DATE_LENGTH = 10;

    /** The number of characters of a TIME. */
    public static final int TIME_LENGTH = 18;

    /** The number of characters of a DATETIME. */
    public static final int DATETIME_LENGTH = 29;

    private static final String DATE_FORM = "YYYY-MM-DD";
    private static final String TIME_FORM = "hh:mm:ss.nnnnnnnnn";
    private static final int TIME_START = DATE_LENGTH + 1;

    private TemporalCode() {}

    /**
     * Returns the text of an instant.
     *
     * @throws InvalidValueException if its year, in UTC, is not 0001 to 9999
     */
    public static String encode(Instant value) {
        ValueType.INSTANT.check(value);
        LocalDateTime utc = LocalDateTime.ofEpochSecond(value.getEpochSecond(), value.getNano(), ZoneOffset.UTC);
        byte[] text = new byte[INSTANT_LENGTH];
        writeDateTime(text, utc);
        text[DATETIME_LENGTH] = 'Z';
        return ascii(text);
    }

    /**
     * Returns the text of a date.
     *
     * @throws InvalidValueException if its year is not 0001 to 9999
     */
    public static String encode(LocalDate value) {
        ValueType.DATE.check(value);
        byte[] text = new byte[DATE_LENGTH];
        writeDate(text, value);
        return ascii(text);
    }

    /** Returns the text of a time. */
    public static String encode(LocalTime value) {
        byte[] text = new byte[TIME_LENGTH];
        writeTime(text, 0, value);
        return ascii(text);
    }

    /**
     * Returns the text of a date with a time.
     *
     * @throws InvalidValueException if its year is not 0001 to 9999
     */
    public static String encode(LocalDateTime value) {
        ValueType.DATETIME.check(value);
        byte[] text = new byte[DATETIME_LENGTH];
        writeDateTime(text, value);
        return ascii(text);
    }

    /**
     * Returns the instant of a text.
     *
     * @throws InvalidValueException if the text is not exactly what {@link #encode(Instant)} writes
     */
    public static Instant decodeInstant(String text) {
        if (text.length() != INSTANT_LENGTH || text.charAt(DATETIME_LENGTH) != 'Z' || !separated(text)) {
            throw invalid(text, ValueType.Basic.INSTANT, DATE_FORM + "T" + TIME_FORM + "Z");
        }
        LocalDate date = date(text, ValueType.Basic.INSTANT);
        LocalTime time = time(text, TIME_START, ValueType.Basic.INSTANT);
        return LocalDateTime.of(date, time).toInstant(ZoneOffset.UTC);
    }

    /**
     * Returns the date of a text.
     *
     * @throws InvalidValueException if the text is not exactly what {@link #encode(LocalDate)} writes
     */
    public static LocalDate decodeDate(String text) {
        if (text.length() != DATE_LENGTH) {
            throw invalid(text, ValueType.Basic.DATE, DATE_FORM);
        }
        return date(text, ValueType.Basic.DATE);
    }

    /**
     * Returns the time of a text.
     *
     * @throws InvalidValueException if the text is not exactly what {@link #encode(LocalTime)} writes
     */
    public static LocalTime decodeTime(String text) {
        if (text.length() != TIME_LENGTH) {
            throw invalid(text, ValueType.Basic.TIME, TIME_FORM);
        }
        return time(text, 0, ValueType.Basic.TIME);
    }

    /**
     * Returns the date with a time of a text.
     *
     * @throws InvalidValueException if the text is not exactly what {@link #encode(LocalDateTime)} writes
     */
    public static LocalDateTime decodeDateTime(String text) {
        if (text.length() != DATETIME_LENGTH || !separated(text)) {
            throw invalid(text, ValueType.Basic.DATETIME, DATE_FORM + "T" + TIME_FORM);
        }
        return LocalDateTime.of(date(text, ValueType.Basic.DATETIME), time(text, TIME_START, ValueType.Basic.DATETIME));
    }

    private static boolean separated(String text) {
        return text.charAt(DATE_LENGTH) == 'T';
    }

    private static LocalDate date(String text, ValueType.Basic type) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        boolean exists = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        if (!exists) {
            throw invalid(text, type, "a date that exists, as " + DATE_FORM);
        }
        return LocalDate.of(year, month, day);
    }

    private static LocalTime time(String text, int start, ValueType.Basic type) {
        int hour = number(text, start, 2);
        int minute = number(text, start + 3, 2);
        int second = number(text, start + 6, 2);
        int nano = number(text, start + 9, 9);
        boolean exists = text.charAt(start + 2) == ':'
                && text.charAt(start + 5) == ':'
                && text.charAt(start + 8) == '.'
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60
                && nano >= 0;
        if (!exists) {
            throw invalid(text, type, "a time from 00:00:00.000000000 to 23:59:59.999999999, as " + TIME_FORM);
        }
        return LocalTime.of(hour, minute, second, nano);
    }

    /** Returns the number that the digits mean, or −1 if one of them is none. */
    private static int number(String text, int start, int digits) {
        int number = 0;
        for (int i = start; i < start + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static void writeDateTime(byte[] text, LocalDateTime value) {
        writeDate(text, value.toLocalDate());
        text[DATE_LENGTH] = 'T';
        writeTime(text, TIME_START, value.toLocalTime());
    }

    private static void writeDate(byte[] text, LocalDate date) {
        write(text, 0, 4, date.getYear());
        text[4] = '-';
        write(text, 5, 2, date.getMonthValue());
        text[7] = '-';
        write(text, 8, 2, date.getDayOfMonth());
    }

    private static void writeTime(byte[] text, int start, LocalTime time) {
        write(text, start, 2, time.getHour());
        text[start + 2] = ':';
        write(text, start + 3, 2, time.getMinute());
        text[start + 5] = ':';
        write(text, start + 6, 2, time.getSecond());
        text[start + 8] = '.';
        write(text, start + 9, 9, time.getNano());
    }

    private static void write(byte[] text, int start, int digits, int number) {
        int rest = number;
        for (int i = start + digits - 1; i >= start; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static String ascii(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static InvalidValueException invalid(String text, ValueType.Basic type, String expected) {
        return new InvalidValueException(
                ErrorContext.none(), ShownValue.of(text) + " is no " + type.describe() + ": expected " + expected);
    }
}
