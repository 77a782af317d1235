package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;

/** Dates and times: to the nanosecond, with their zone, and independent of that of the machine. */
@WithAndWithoutPushDown
class TemporalTest {

    record Event(
            int id,
            @Nullable Instant at,
            @Nullable ZonedDateTime zoned,
            @Nullable OffsetDateTime offset,
            @Nullable LocalDateTime local,
            @Nullable Duration lasting) {

        static Event at(int id, String instant) {
            return new Event(id, Instant.parse(instant), null, null, null, null);
        }

        static Event zoned(int id, String zoned) {
            return new Event(id, null, ZonedDateTime.parse(zoned), null, null, null);
        }

        static Event offset(int id, String offset) {
            return new Event(id, null, null, OffsetDateTime.parse(offset), null, null);
        }
    }

    interface Events extends CrudRepository<Event, Integer> {

        @Find
        List<Event> sorted(Sort<?>... sorts);

        @Query("select id where at > :after and at <= :until")
        List<Integer> within(Instant after, Instant until);

        @Query("select id where zoned = :zoned")
        List<Integer> zoned(ZonedDateTime zoned);

        @Query("select id where offset >= :offset")
        List<Integer> since(OffsetDateTime offset);

        @Query("select zoned where id = ?1")
        ZonedDateTime zonedOf(int id);

        @Query("update Event set zoned = ?2, offset = ?2 where id = ?1")
        long move(int id, @Nullable ZonedDateTime to);

        @Query("update Event set zoned = offset where id = :id")
        long moveToItsOffset(int id);

        @Query("update Event set zoned = :instant, offset = null where id = :id")
        long moveToUtc(int id, Instant instant);

        @Query("select offset where offset is not null")
        List<OffsetDateTime> offsets();

        @Query("select id where local < local datetime")
        List<Integer> past();
    }

    private final Stowage stowage;
    private final Events events;

    TemporalTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        events = stowage.repository(Events.class);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void keepNanoseconds() {
        events.insertAll(List.of(
                Event.at(1, "2026-01-01T00:00:00.000000002Z"),
                Event.at(2, "2026-01-01T00:00:00.000000001Z"),
                Event.at(3, "2026-01-01T00:00:00Z"),
                Event.at(4, "2025-12-31T23:59:59.999999999Z"),
                Event.at(5, "0999-01-01T00:00:00Z")));
        assertThat(events.sorted(Sort.asc("at"))).extracting(Event::id).containsExactly(5, 4, 3, 2, 1);
        assertThat(events.within(
                        Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00.000000001Z")))
                .containsExactly(2);
        assertThat(events.findById(4)).contains(Event.at(4, "2025-12-31T23:59:59.999999999Z"));
    }

    @Test
    void keepTheirZoneAndAreComparedByTheTimeLine() {
        events.insertAll(List.of(
                Event.zoned(1, "2026-07-01T12:00:00+02:00[Europe/Berlin]"),
                Event.zoned(2, "2026-07-01T10:00:00Z"),
                Event.zoned(3, "2026-07-01T06:00:00-04:00[America/New_York]"),
                Event.zoned(4, "2026-07-01T09:00:00+05:00")));
        assertThat(events.findById(1)).contains(Event.zoned(1, "2026-07-01T12:00:00+02:00[Europe/Berlin]"));
        assertThat(events.findById(4)).contains(Event.zoned(4, "2026-07-01T09:00:00+05:00"));
        assertThat(events.zoned(ZonedDateTime.parse("2026-07-01T19:00:00+09:00[Asia/Tokyo]")))
                .containsExactly(1, 2, 3);
        assertThat(events.sorted(Sort.asc("zoned"), Sort.desc("id")))
                .extracting(Event::id)
                .containsExactly(4, 3, 2, 1);
    }

    @Test
    void keepBothHoursOfTheNightInWhichTheClockIsPutBack() {
        events.insertAll(List.of(
                Event.zoned(1, "2026-10-25T02:30:00+01:00[Europe/Berlin]"),
                Event.zoned(2, "2026-10-25T02:30:00+02:00[Europe/Berlin]")));
        assertThat(events.sorted(Sort.asc("zoned")))
                .containsExactly(
                        Event.zoned(2, "2026-10-25T02:30:00+02:00[Europe/Berlin]"),
                        Event.zoned(1, "2026-10-25T02:30:00+01:00[Europe/Berlin]"));
    }

    @Test
    void areHandedOutWithTheirZone() {
        events.insert(Event.zoned(1, "2026-07-01T12:00:00+02:00[Europe/Berlin]"));
        events.insert(Event.offset(2, "2026-07-01T12:00:00.5-03:30"));
        assertThat((Object) events.zonedOf(1))
                .isEqualTo(ZonedDateTime.parse("2026-07-01T12:00:00+02:00[Europe/Berlin]"));
        assertThat(events.offsets()).containsExactly(OffsetDateTime.parse("2026-07-01T12:00:00.5-03:30"));
        assertThat(events.since(OffsetDateTime.parse("2026-07-01T15:30:00.5Z"))).containsExactly(2);
        assertThat(events.since(OffsetDateTime.parse("2026-07-01T15:30:00.500000001Z")))
                .isEmpty();
    }

    @Test
    void doNotDependOnTheZoneOfTheMachine() {
        TimeZone before = TimeZone.getDefault();
        Event event = new Event(
                1,
                Instant.parse("2026-03-29T01:30:00Z"),
                ZonedDateTime.parse("2026-03-29T03:30:00+02:00[Europe/Berlin]"),
                OffsetDateTime.parse("2026-03-29T02:30:00+01:00"),
                // An hour that Berlin does not have.
                LocalDateTime.parse("2026-03-29T02:30:00"),
                Duration.ofSeconds(90));
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            events.insert(event);
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(events.findById(1)).contains(event);
            assertThat(events.past()).containsExactly(1);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    record Span(int id, LocalDate day, LocalTime time, Year year, Duration duration) {

        static Span of(int id, int year, Duration duration) {
            return new Span(id, LocalDate.EPOCH, LocalTime.NOON, Year.of(year), duration);
        }
    }

    interface Spans extends CrudRepository<Span, Integer> {

        @Query("select id where duration between :low and :high")
        List<Integer> lasting(Duration low, Duration high);

        @Query("select id where year < :year and day = :day and time = :time")
        List<Integer> before(Year year, LocalDate day, LocalTime time);
    }

    @Test
    void compareDurationsAndYearsAsNumbers() {
        Spans spans = stowage.repository(Spans.class);
        spans.insertAll(List.of(
                Span.of(1, 10, Duration.ofSeconds(9)),
                Span.of(2, 9, Duration.ofSeconds(10)),
                Span.of(3, -44, Duration.ofNanos(-1))));
        assertThat(spans.lasting(Duration.ZERO, Duration.ofSeconds(10))).containsExactly(1, 2);
        assertThat(spans.before(Year.of(10), LocalDate.EPOCH, LocalTime.NOON)).containsExactly(2, 3);
        assertThat(spans.findById(3)).contains(Span.of(3, -44, Duration.ofNanos(-1)));
    }

    @Test
    void areRefusedWhereNoStoreCouldKeepThem() {
        assertThatThrownBy(() -> events.insert(new Event(1, Instant.MAX, null, null, null, null)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("year from 0001 to 9999")
                .hasMessageContaining("'Event'");
        assertThatThrownBy(() -> events.insert(new Event(1, null, null, null, null, Duration.ofDays(200_000))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("292 years")
                .hasMessageContaining("'Event'");
        assertThat(events.findById(1)).isEmpty();
    }

    @Test
    void takeTheZoneOfTheValueThatABulkUpdateSets() {
        events.insert(Event.zoned(1, "2026-07-01T12:00:00+02:00[Europe/Berlin]"));
        ZonedDateTime tokyo = ZonedDateTime.parse("2026-01-01T00:00:00+09:00[Asia/Tokyo]");

        assertThat(events.move(1, tokyo)).isEqualTo(1);
        assertThat(events.findById(1)).contains(new Event(1, null, tokyo, tokyo.toOffsetDateTime(), null, null));
        assertThat(events.moveToItsOffset(1)).isEqualTo(1);
        assertThat((Object) events.zonedOf(1)).isEqualTo(ZonedDateTime.parse("2026-01-01T00:00:00+09:00"));
        assertThat(events.moveToUtc(1, tokyo.toInstant())).isEqualTo(1);
        assertThat(events.findById(1)).contains(Event.zoned(1, "2025-12-31T15:00:00Z"));
        assertThat(events.move(1, null)).isEqualTo(1);
        assertThat(events.findById(1)).contains(new Event(1, null, null, null, null, null));
    }
}
