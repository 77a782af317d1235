package org.stowage.suite;

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
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/** An entity with an attribute of each basic type. */
@SuppressWarnings("ArrayRecordComponent") // It shall be possible, and bytes are a basic type.
record Sample(
        int id,
        boolean flag,
        byte tiny,
        short small,
        int medium,
        long large,
        float single,
        double twice,
        char letter,
        Boolean boxedFlag,
        Byte boxedTiny,
        Short boxedSmall,
        Integer boxedMedium,
        Long boxedLarge,
        Float boxedSingle,
        Double boxedTwice,
        Character boxedLetter,
        String text,
        BigInteger huge,
        BigDecimal exact,
        UUID uuid,
        byte[] bytes,
        LocalDate date,
        LocalTime time,
        LocalDateTime dateTime,
        Instant instant,
        OffsetDateTime offset,
        ZonedDateTime zoned,
        Duration duration,
        Year year,
        URI link,
        Size size) {

    /** Not in the order of the alphabet. */
    enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    /** Each attribute is less than that of {@link #MIDDLE}, though the text or the bits of many are not; booleans have but two values. */
    static final Sample LOW = new Sample(
            1,
            false,
            Byte.MIN_VALUE,
            Short.MIN_VALUE,
            Integer.MIN_VALUE,
            Long.MIN_VALUE,
            -Float.MAX_VALUE,
            -Double.MAX_VALUE,
            'Z',
            false,
            Byte.MIN_VALUE,
            Short.MIN_VALUE,
            Integer.MIN_VALUE,
            Long.MIN_VALUE,
            -Float.MAX_VALUE,
            -Double.MAX_VALUE,
            'Z',
            "Z",
            new BigInteger("-123456789012345678901234567890"),
            new BigDecimal("-10.5"),
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            new byte[] {},
            LocalDate.of(1, 1, 1),
            LocalTime.MIN,
            LocalDateTime.of(1, 1, 1, 0, 0),
            Instant.parse("0001-01-01T00:00:00Z"),
            OffsetDateTime.parse("2026-01-01T12:00:00+14:00"),
            ZonedDateTime.parse("2026-01-01T12:00:00+14:00[Pacific/Kiritimati]"),
            Duration.ofNanos(-1),
            Year.of(9),
            URI.create("https://example.org/Z"),
            Size.SMALL);

    /** Less than {@link #HIGH}. */
    static final Sample MIDDLE = new Sample(
            2,
            false,
            (byte) 9,
            (short) 9,
            9,
            (1L << 53) + 1,
            Float.MIN_VALUE,
            0.1,
            'a',
            false,
            (byte) 9,
            (short) 9,
            9,
            (1L << 53) + 1,
            Float.MIN_VALUE,
            0.1,
            'a',
            "\uFFFD",
            BigInteger.valueOf(9),
            new BigDecimal("9"),
            UUID.fromString("7fffffff-ffff-4fff-bfff-ffffffffffff"),
            new byte[] {0x7f, 0},
            LocalDate.of(2026, 2, 28),
            LocalTime.of(9, 0, 0, 1),
            LocalDateTime.of(2026, 2, 28, 23, 59, 59, 999_999_999),
            Instant.parse("2026-02-28T23:59:59.999999999Z"),
            OffsetDateTime.parse("2026-01-01T00:00:00.000000001Z"),
            ZonedDateTime.parse("2026-01-01T01:00:00.000000001+01:00[Europe/Berlin]"),
            Duration.ofMillis(2500),
            Year.of(10),
            URI.create("https://example.org/a?b=%20#c"),
            Size.MEDIUM);

    static final Sample HIGH = new Sample(
            3,
            true,
            Byte.MAX_VALUE,
            Short.MAX_VALUE,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            Float.MAX_VALUE,
            Double.MAX_VALUE,
            'ß',
            true,
            Byte.MAX_VALUE,
            Short.MAX_VALUE,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            Float.MAX_VALUE,
            Double.MAX_VALUE,
            'ß',
            "😀",
            new BigInteger("10000000000000000000000000000"),
            new BigDecimal("10"),
            UUID.fromString("f0000000-0000-4000-8000-000000000000"),
            new byte[] {(byte) 0x80},
            LocalDate.of(9999, 12, 31),
            LocalTime.MAX,
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999),
            Instant.parse("9999-12-31T23:59:59.999999999Z"),
            OffsetDateTime.parse("2025-12-31T20:00:00-12:00"),
            ZonedDateTime.parse("2025-12-31T23:30:00-05:00[America/New_York]"),
            Duration.ofDays(100_000),
            Year.of(9999),
            URI.create("urn:isbn:0"),
            Size.LARGE);

    static final List<Sample> ASCENDING = List.of(LOW, MIDDLE, HIGH);
}
