package org.stowage.spi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.spi.error.InvalidValueException;

class TemporalCodeTest {

    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999);

    @Test
    void writesFixedWidths() {
        LocalDateTime dateTime = LocalDateTime.of(26, 1, 3, 4, 5, 6, 70);
        assertThat(TemporalCode.encode(dateTime)).isEqualTo("0026-01-03T04:05:06.000000070");
        assertThat(TemporalCode.encode(dateTime.toLocalDate())).isEqualTo("0026-01-03");
        assertThat(TemporalCode.encode(dateTime.toLocalTime())).isEqualTo("04:05:06.000000070");
        assertThat(TemporalCode.encode(dateTime.toInstant(ZoneOffset.UTC))).isEqualTo("0026-01-03T04:05:06.000000070Z");
    }

    @Test
    void readsWhatItWritesAndSortsAsTheTimesDo() {
        Random random = Seeds.random("TemporalCodeTest");
        Instant before = FIRST.toInstant(ZoneOffset.UTC);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = switch (i) {
                case 0 -> before;
                case 1 -> LAST.toInstant(ZoneOffset.UTC);
                case 2 -> Instant.EPOCH.minusNanos(1);
                default ->
                    Instant.ofEpochSecond(
                            random.nextLong(
                                    FIRST.toEpochSecond(ZoneOffset.UTC), LAST.toEpochSecond(ZoneOffset.UTC) + 1),
                            random.nextInt(1_000_000_000));
            };
            String text = TemporalCode.encode(instant);
            assertThat(text).hasSize(TemporalCode.INSTANT_LENGTH);
            assertThat(TemporalCode.decodeInstant(text)).isEqualTo(instant);
            assertThat(Integer.signum(text.compareTo(TemporalCode.encode(before))))
                    .isEqualTo(Integer.signum(instant.compareTo(before)));
            LocalDateTime dateTime = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            assertThat(TemporalCode.decodeDateTime(TemporalCode.encode(dateTime)))
                    .isEqualTo(dateTime);
            LocalDate date = dateTime.toLocalDate();
            assertThat(TemporalCode.decodeDate(TemporalCode.encode(date))).isEqualTo(date);
            LocalTime time = dateTime.toLocalTime();
            assertThat(TemporalCode.decodeTime(TemporalCode.encode(time))).isEqualTo(time);
            before = instant;
        }
    }

    @Test
    void readsEveryDayOfALeapYear() {
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
            assertThat(TemporalCode.decodeDate(day.toString())).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-1-01",
                "2026-01-01 ",
                "0000-01-01",
                "2026-00-01",
                "2026-13-01",
                "2026-01-00",
                "2026-01-32",
                "2026-02-29",
                "1900-02-29",
                "2026-04-31",
                "2026/01/01",
                "2026-01/01",
                "-026-01-01",
                "+026-01-01",
                "20a6-01-01",
                "٢٠٢٦-٠١-٠١",
                "2026-0a-01",
                "2026-01-0a"
            })
    void readsNoOtherDate(String text) {
        assertThatThrownBy(() -> TemporalCode.decodeDate(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("'" + text + "' is no date: expected ")
                .hasMessageContaining("YYYY-MM-DD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10:00",
                "10:00:00",
                "10:00:00.000",
                "24:00:00.000000000",
                "23:60:00.000000000",
                "23:59:60.000000000",
                "23:59:59,000000000",
                "23.59:59.000000000",
                "23:59.59.000000000",
                "aa:00:00.000000000",
                "00:aa:00.000000000",
                "00:00:aa.000000000",
                "00:00:00.00000000a",
                "00:00:00.-00000001"
            })
    void readsNoOtherTime(String text) {
        assertThatThrownBy(() -> TemporalCode.decodeTime(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("'" + text + "' is no time: expected ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-01",
                "2026-01-01 00:00:00.000000000Z",
                "2026-01-01t00:00:00.000000000Z",
                "2026-01-01T00:00:00.000000000z",
                "2026-01-01T00:00:00.000000000",
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:60.000000000Z",
                "2026-01-01T24:00:00.000000000Z",
                "2026-02-30T00:00:00.000000000Z"
            })
    void readsNoOtherInstant(String text) {
        assertThatThrownBy(() -> TemporalCode.decodeInstant(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("'" + text + "' is no instant: expected ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-01 00:00:00.000000000",
                "2026-01-01T00:00:00.000000000Z",
                "2026-02-30T00:00:00.000000000"
            })
    void readsNoOtherDateTime(String text) {
        assertThatThrownBy(() -> TemporalCode.decodeDateTime(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("'" + text + "' is no datetime: expected ");
    }

    @Test
    void writesNoYearOfAnotherWidth() {
        assertThatThrownBy(() -> TemporalCode.encode(LocalDate.of(10_000, 1, 1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("year from 0001 to 9999");
        assertThatThrownBy(() -> TemporalCode.encode(FIRST.minusNanos(1))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> TemporalCode.encode(Instant.MAX)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> TemporalCode.encode(Instant.MIN)).isInstanceOf(InvalidValueException.class);
    }
}
