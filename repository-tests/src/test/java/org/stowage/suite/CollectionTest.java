package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Scale;

/** Lists, sets and arrays of values and of what is embedded. */
@OnEveryStore
class CollectionTest {

    enum Colour {
        RED,
        BLUE
    }

    record Line(
            String article,
            @Scale(2) BigDecimal price,
            @Nullable List<String> notes) {}

    record Bag(
            int id,
            @Nullable List<String> texts,
            @Nullable Set<Colour> colours,
            @Nullable Collection<UUID> uuids,
            @Nullable List<Instant> instants,
            @Nullable List<Line> lines,
            @Nullable Set<Line> distinct,
            @Nullable List<List<Integer>> nested) {

        static Bag of(int id, List<String> texts) {
            return new Bag(id, texts, null, null, null, null, null, null);
        }
    }

    interface Bags extends CrudRepository<Bag, Integer> {

        @Query("select texts where id = ?1")
        Optional<List<String>> texts(int id);

        @Query("select id where texts is null")
        List<Integer> without();

        @Query("update Bag set texts = null where id = ?1")
        long empty(int id);
    }

    private final Stowage stowage;
    private final Bags bags;

    CollectionTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        bags = stowage.repository(Bags.class);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void areKeptWithTheirOrderAndTheirDuplicates() {
        Bag bag = new Bag(
                1,
                List.of("b", "a", "b", ""),
                Set.of(Colour.BLUE),
                List.of(new UUID(1, 2), new UUID(-1, -2)),
                List.of(Instant.parse("2026-01-01T00:00:00.000000001Z")),
                List.of(
                        new Line("soup", new BigDecimal("1.50"), List.of("hot")),
                        new Line("bread", new BigDecimal("2.00"), null)),
                Set.of(new Line("egg", new BigDecimal("0.10"), List.of())),
                List.of(List.of(1, 2), List.of(), List.of(3)));
        bags.insert(bag);
        assertThat(bags.findById(1)).contains(bag);
        assertThat(bags.texts(1)).contains(List.of("b", "a", "b", ""));
    }

    @Test
    void areNullOrEmptyAsTheyWere() {
        bags.insert(Bag.of(1, List.of()));
        bags.insert(Bag.of(2, null));
        assertThat(bags.findById(1).orElseThrow().texts()).isEmpty();
        assertThat(bags.findById(2).orElseThrow().texts()).isNull();
        assertThat(bags.without()).containsExactly(2);
        assertThat(bags.empty(1)).isEqualTo(1);
        assertThat(bags.findById(1).orElseThrow().texts()).isNull();
    }

    @Test
    void areCopies() {
        List<String> given = new ArrayList<>(List.of("a"));
        bags.insert(Bag.of(1, given));
        given.add("b");
        assertThat(bags.findById(1).orElseThrow().texts()).containsExactly("a");
    }

    @Test
    void keepTheOrderOfASetThatHasOne() {
        Set<Colour> ordered = new LinkedHashSet<>(List.of(Colour.BLUE, Colour.RED));
        bags.insert(new Bag(1, null, ordered, null, null, null, null, null));
        assertThat(bags.findById(1).orElseThrow().colours()).containsExactly(Colour.BLUE, Colour.RED);
    }

    @Test
    void refuseNullAmongTheirElements() {
        assertThatThrownBy(() -> bags.insert(Bag.of(1, Arrays.asList("a", null))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("null")
                .hasMessageContaining("'Bag'");
        assertThat(bags.findById(1)).isEmpty();
    }

    @Test
    void refuseAnElementThatIsNotAllowed() {
        Line rounded = new Line("soup", new BigDecimal("1.505"), null);
        assertThatThrownBy(() -> bags.insert(new Bag(1, null, null, null, null, List.of(rounded), null, null)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1.505");
    }

    @SuppressWarnings("ArrayRecordComponent") // They shall be possible.
    record Row(
            int id,
            int[] numbers,
            double[] fractions,
            boolean[] flags,
            char[] letters,
            String[] texts,
            Colour[] colours,
            Line[] lines,
            byte[][] blobs,
            Long[] boxed) {}

    interface Rows extends CrudRepository<Row, Integer> {}

    @Test
    void mayBeArrays() {
        Rows rows = stowage.repository(Rows.class);
        Row given = new Row(
                1,
                new int[] {3, 1},
                new double[] {0.5},
                new boolean[] {true, false},
                new char[] {'a', 'ß'},
                new String[] {"x"},
                new Colour[] {Colour.RED},
                new Line[] {new Line("soup", new BigDecimal("1.50"), null)},
                new byte[][] {{1, -1}, {}},
                new Long[] {Long.MIN_VALUE});
        rows.insert(given);
        assertThat(rows.findById(1).orElseThrow()).usingRecursiveComparison().isEqualTo(given);
    }

    @SuppressWarnings("ArrayRecordComponent") // As above.
    record Diary(int id, List<OffsetDateTime> offsets, Set<ZonedDateTime> zoned, ZonedDateTime[] array) {}

    interface Diaries extends CrudRepository<Diary, Integer> {}

    @Test
    void keepTheZonesOfTheirTimes() {
        Diaries diaries = stowage.repository(Diaries.class);
        ZonedDateTime berlin = ZonedDateTime.parse("2026-10-25T02:30:00+01:00[Europe/Berlin]");
        ZonedDateTime same = berlin.withZoneSameInstant(ZoneOffset.UTC);
        Diary diary = new Diary(
                1,
                List.of(OffsetDateTime.parse("2026-01-01T00:00:00+05:30")),
                new LinkedHashSet<>(List.of(berlin, same)),
                new ZonedDateTime[] {berlin});
        diaries.insert(diary);
        Diary found = diaries.findById(1).orElseThrow();
        assertThat(found.offsets()).isEqualTo(diary.offsets());
        assertThat(found.zoned()).hasToString(diary.zoned().toString());
        assertThat(found.array()).isEqualTo(diary.array());
    }

    interface Comparing extends CrudRepository<Bag, Integer> {

        @Find
        Optional<Bag> with(@By("texts") List<String> texts);

        @Find
        @OrderBy("colours")
        List<Bag> sorted();
    }

    @Test
    void areNeitherComparedNorSorted() {
        assertThatThrownBy(() -> stowage.repository(Comparing.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("attribute 'texts' is list(text), which is not compared")
                .hasMessageContaining(
                        "attribute 'colours' of entity 'Bag' is list(enum(RED,BLUE)), which has no order");
    }
}
