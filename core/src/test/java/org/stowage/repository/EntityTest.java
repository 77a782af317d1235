package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;
import org.stowage.entity.FormerlyNamed;
import org.stowage.entity.Generated;
import org.stowage.entity.Id;
import org.stowage.entity.Version;

class EntityTest {

    private final Stowage stowage = Stowage.open("memory");

    @AfterEach
    void close() {
        stowage.close();
    }

    enum Colour {
        RED,
        BLUE
    }

    record Part(String name, @Nullable BigDecimal weight) {}

    record Everything(
            UUID id,
            boolean flag,
            byte tiny,
            short small,
            int medium,
            long large,
            float single,
            double twice,
            char letter,
            @Nullable Integer boxed,
            String text,
            BigInteger huge,
            BigDecimal exact,
            Instant instant,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            Duration duration,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            Year year,
            URI link,
            Colour colour,
            Part part,
            List<Part> parts,
            Set<Colour> colours,
            List<List<String>> nested,
            Optional<String> perhaps,
            Optional<Part> spare,
            Optional<ZonedDateTime> later) {}

    interface Everythings extends CrudRepository<Everything, UUID> {

        @Query("where duration > :least and year = :year and link = :link and letter = :letter and offset = :offset")
        List<Everything> search(Duration least, Year year, URI link, char letter, OffsetDateTime offset);

        @Find
        List<Everything> answered(@By("perhaps") String perhaps);
    }

    @Test
    void keepsValuesOfEveryType() {
        Everything everything = new Everything(
                UUID.fromString("f0000000-0000-4000-8000-000000000001"),
                true,
                (byte) -1,
                (short) 2,
                3,
                Long.MIN_VALUE,
                1.5f,
                -0.25,
                'ß',
                null,
                "text",
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("100"),
                Instant.parse("2026-01-02T03:04:05.123456789Z"),
                LocalDate.of(2026, 1, 2),
                LocalTime.of(3, 4, 5, 6),
                LocalDateTime.of(2026, 1, 2, 3, 4),
                Duration.ofMillis(1500),
                OffsetDateTime.parse("2026-01-02T03:04:05+02:00"),
                ZonedDateTime.parse("2026-07-02T03:04:05+02:00[Europe/Berlin]"),
                Year.of(2026),
                URI.create("https://example.org/a?b"),
                Colour.BLUE,
                new Part("wheel", new BigDecimal("1.5")),
                List.of(new Part("bell", null), new Part("lamp", BigDecimal.TEN)),
                Set.of(Colour.RED),
                List.of(List.of("a", "b"), List.of()),
                Optional.of("yes"),
                Optional.empty(),
                Optional.of(ZonedDateTime.parse("2026-07-02T03:04:05-04:00[America/New_York]")));
        Everythings all = stowage.repository(Everythings.class);
        all.insert(everything);
        assertThat(all.findById(everything.id())).contains(everything);
        assertThat(all.search(
                        Duration.ofSeconds(1),
                        Year.of(2026),
                        URI.create("https://example.org/a?b"),
                        'ß',
                        OffsetDateTime.parse("2026-01-02T01:04:05Z")))
                .containsExactly(everything);
        assertThat(all.answered("yes")).containsExactly(everything);
        assertThat(all.answered("no")).isEmpty();
    }

    static class Base {
        private @Version @Nullable Long revision;

        @Nullable Long revision() {
            return revision;
        }
    }

    static class Book extends Base {
        private @Id @Nullable String isbn;
        private @Nullable String title;
        private byte @Nullable [] cover;
        private int @Nullable [] pages;
        private transient int opened;

        Book() {
            opened = 1;
        }

        Book(String isbn, String title) {
            this();
            this.isbn = isbn;
            this.title = title;
            this.cover = new byte[] {1, 2};
            this.pages = new int[] {3, 4};
        }
    }

    interface Books extends BasicRepository<Book, String> {

        @Find
        List<Book> titled(String title);
    }

    @Test
    void storesClassesWithPrivateFieldsAndInheritedOnes() {
        Books books = stowage.repository(Books.class);
        Book saved = books.save(new Book("1", "One"));
        assertThat(saved.revision()).isZero();
        Book found = books.titled("One").get(0);
        assertThat(found.isbn).isEqualTo("1");
        assertThat(found.title).isEqualTo("One");
        assertThat(found.cover).containsExactly(1, 2);
        assertThat(found.pages).containsExactly(3, 4);
        assertThat(found.opened).isEqualTo(1);
        assertThat(books.save(found).revision()).isEqualTo(1);
    }

    record Ticket(@Generated long id, String text) {}

    interface Tickets extends CrudRepository<Ticket, Long> {}

    @Test
    void countsIdsUpAndNeverHandsOneOutTwice() {
        Tickets tickets = stowage.repository(Tickets.class);
        assertThat(tickets.insertAll(List.of(new Ticket(0, "a"), new Ticket(0, "b"))).stream()
                        .map(Ticket::id))
                .containsExactly(1L, 2L);
        tickets.deleteById(2L);
        assertThat(tickets.insert(new Ticket(0, "c")).id()).isEqualTo(3);
        tickets.insert(new Ticket(10, "mine"));
        assertThat(tickets.save(new Ticket(0, "d")).id()).isEqualTo(11);
    }

    record Meter(int id, short count) {}

    interface Meters extends CrudRepository<Meter, Integer> {

        @Query("update Meter set count = count * 1000")
        void scale();
    }

    @Test
    void refusesAnUpdateWhoseResultTheClassCannotHold() {
        Meters meters = stowage.repository(Meters.class);
        meters.insertAll(List.of(new Meter(1, (short) 2), new Meter(2, (short) 50)));
        assertThatThrownBy(meters::scale).isInstanceOf(DataException.class).hasMessageContaining("'50000' is no Short");
        assertThat(meters.findById(1)).contains(new Meter(1, (short) 2));
    }

    record Cart(@Generated @Nullable UUID id, String owner) {}

    interface Carts extends CrudRepository<Cart, UUID> {}

    @Test
    void makesUuidsThatFollowTheTime() {
        Carts carts = stowage.repository(Carts.class);
        UUID id = carts.insert(new Cart(null, "x")).id();
        assertThat(id).isNotNull();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(carts.findById(id)).isPresent();
    }

    static class Before {
        record Person(long id, String name) {}

        interface People extends CrudRepository<Before.Person, Long> {}
    }

    static class After {
        record Person(
                long id,
                @FormerlyNamed("name") String fullName,
                @Nullable Integer age) {}

        interface People extends CrudRepository<After.Person, Long> {}
    }

    @Test
    void followsARenamedAttributeAndANewOne() {
        stowage.repository(Before.People.class).insert(new Before.Person(1, "Ada"));
        assertThat(stowage.repository(After.People.class).findById(1L)).contains(new After.Person(1, "Ada", null));
    }

    record Wrong(
            String name,
            Map<String, String> map,
            Object thing,
            @Version String version,
            Loop loop) {}

    record Loop(@Nullable Loop inner) {}

    interface Wrongs extends CrudRepository<Wrong, Long> {}

    @Test
    void tellsAllMistakesOfATypeTogether() {
        assertThatThrownBy(() -> stowage.repository(Wrongs.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(
                        "Wrong.map: type 'java.util.Map<java.lang.String, java.lang.String>' cannot be stored")
                .hasMessageContaining("Wrong.thing: type 'java.lang.Object' cannot be stored")
                .hasMessageContaining("Wrong.version: a version of type 'java.lang.String' cannot be counted")
                .hasMessageContaining("'Loop' holds itself")
                .hasMessageContaining("it has no id; name an attribute 'id' or 'wrongId'");
    }
}
