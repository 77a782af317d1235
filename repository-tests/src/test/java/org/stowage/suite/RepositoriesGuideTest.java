package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.metamodel.StaticMetamodel;
import jakarta.data.metamodel.TextAttribute;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;
import jakarta.data.repository.Update;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.CheckTime;
import org.stowage.Stowage;
import org.stowage.entity.Generated;
import org.stowage.entity.Id;
import org.stowage.entity.Scale;
import org.stowage.entity.Version;

/** Does what docs/repositories.md shows, on every provider. */
@OnEveryStore
class RepositoriesGuideTest {

    enum Genre {
        FOLK,
        JAZZ,
        ROCK
    }

    record Artist(String name, @Nullable String country) {}

    record Song(
            @Generated @Nullable UUID id,
            String title,
            Artist artist,
            Genre genre,
            int year,
            Duration length,
            @Scale(2) BigDecimal price,
            @Nullable LocalDate bought,
            @Version int version) {

        Song withPrice(String changed) {
            return new Song(id, title, artist, genre, year, length, new BigDecimal(changed), bought, version);
        }
    }

    @Repository
    interface Songs extends CrudRepository<Song, UUID> {

        List<Song> findByArtistName(String name);

        List<Song> findByYearBetweenAndGenreNotOrderByYearDescTitleAsc(int first, int last, Genre genre);

        List<Song> findFirst2ByTitleIgnoreCaseStartsWithOrderByLengthDesc(String start);

        List<Song> findByBoughtNullOrPriceLessThan(BigDecimal price);

        long countByGenreIn(List<Genre> genres);

        boolean existsByArtistCountry(String country);

        long deleteByYearLessThan(int year);

        @Find
        Optional<Song> titled(@By("title") String title);

        @Find
        @OrderBy("year")
        @OrderBy(value = "title", ignoreCase = true)
        List<Song> from(@By("artist.country") String country, @By("genre") Genre genre);

        @Delete
        long remove(@By("genre") Genre genre);

        @Query("where price <= :most and length(title) > :letters order by price desc, title")
        List<Song> longTitles(BigDecimal most, int letters);

        @Query("where genre = JAZZ and not (artist.country is null or bought < local date)")
        List<Song> jazzNotYetBought();

        @Query("where upper(title) like ?1 escape '!' order by title")
        List<Song> likeAnywhere(String pattern);

        @Query("update Song set price = price - 0.1, bought = null where year between ?1 and ?2")
        long reduce(int first, int last);

        @Query("delete from Song where artist.name in (:names)")
        int removeAllOf(List<String> names);

        @Find
        @OrderBy("title")
        Song[] all();

        @Query("select title where year = ?1 order by title")
        Stream<String> titles(int year);

        @Query("select title, artist.name where genre = ?1 order by title")
        List<Line> lines(Genre genre);

        @Query("select count(this) where genre = ?1")
        long many(Genre genre);

        @Find
        Song theOneOf(@By("artist.name") String name);

        @Find
        List<Song> browse(@By("genre") Genre genre, Limit limit, Order<Song> order);

        @Find
        @OrderBy("genre")
        Page<Song> page(PageRequest page, Sort<?>... sorts);

        @Find
        @OrderBy("genre")
        @OrderBy(value = "year", descending = true)
        CursoredPage<Song> scroll(PageRequest page);

        default Song addOrCheapen(Song song) {
            return titled(song.title())
                    .map(known -> update(known.withPrice(song.price().toString())))
                    .orElseGet(() -> insert(song));
        }

        record Line(String title, String artist) {}
    }

    @StaticMetamodel(Song.class)
    interface _Song {
        TextAttribute<Song> title = new jakarta.data.metamodel.impl.TextAttributeRecord<>("title");
    }

    interface Adding<T> {
        @Insert
        List<T> add(List<T> entities);
    }

    interface Archive extends DataRepository<Song, UUID>, Adding<Song> {

        @Save
        Song keep(Song song);

        @Update
        Song[] change(Song... songs);

        @Delete
        void drop(Stream<Song> songs);
    }

    @SuppressWarnings("UnusedVariable") // The store reads its name.
    static class Playlist {
        @Id
        private String name = "";

        private List<UUID> songs = new ArrayList<>();

        Playlist() {}

        Playlist(String name) {
            this.name = name;
        }

        void append(Song song) {
            songs.add(song.id());
        }
    }

    interface Desk {
        @Insert
        Song add(Song song);

        @Save
        Playlist keep(Playlist playlist);

        @Find
        Optional<Playlist> playlist(String name);

        @Query("select count(this) from Song")
        long songs();
    }

    interface Misspelt extends DataRepository<Song, UUID> {
        @Find
        List<Song> by(@By("titel") String title);

        @Query("where yeer > 1960")
        List<Song> late();
    }

    private final Stowage stowage;
    private final Songs songs;

    private static final Song RIVER = song("River", "Joni", "CA", Genre.FOLK, 1971, 241, "1.20", null);
    private static final Song BLUE = song("blue", "Joni", "CA", Genre.FOLK, 1971, 183, "0.99", "2024-03-01");
    private static final Song NAIMA = song("Naima", "John", null, Genre.JAZZ, 1960, 261, "1.50", null);
    private static final Song SO_WHAT = song("So What", "Miles", "US", Genre.JAZZ, 1959, 562, "2.00", null);
    private static final Song SOLSBURY = song("Solsbury Hill", "Peter", "GB", Genre.ROCK, 1977, 261, "1.10", null);

    RepositoriesGuideTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        songs = stowage.repository(Songs.class);
    }

    private static Song song(
            String title,
            String artist,
            @Nullable String country,
            Genre genre,
            int year,
            int seconds,
            String price,
            @Nullable String bought) {
        return new Song(
                null,
                title,
                new Artist(artist, country),
                genre,
                year,
                Duration.ofSeconds(seconds),
                new BigDecimal(price),
                bought == null ? null : LocalDate.parse(bought),
                0);
    }

    @BeforeEach
    void insert() {
        songs.insertAll(List.of(RIVER, BLUE, NAIMA, SO_WHAT, SOLSBURY));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private static List<String> titles(List<Song> found) {
        return found.stream().map(Song::title).toList();
    }

    @Test
    void asksByNamesOfMethods() {
        assertThat(titles(songs.findByArtistName("Joni"))).containsExactlyInAnyOrder("River", "blue");
        assertThat(titles(songs.findByYearBetweenAndGenreNotOrderByYearDescTitleAsc(1959, 1971, Genre.ROCK)))
                .containsExactly("River", "blue", "Naima", "So What");
        assertThat(titles(songs.findFirst2ByTitleIgnoreCaseStartsWithOrderByLengthDesc("SO")))
                .containsExactly("So What", "Solsbury Hill");
        assertThat(songs.findByBoughtNullOrPriceLessThan(new BigDecimal("1"))).hasSize(5);
        assertThat(songs.countByGenreIn(List.of(Genre.FOLK, Genre.ROCK))).isEqualTo(3);
        assertThat(songs.existsByArtistCountry("SE")).isFalse();
        assertThat(songs.deleteByYearLessThan(1960)).isEqualTo(1);
    }

    @Test
    void asksByParameters() {
        assertThat(songs.titled("River")).map(Song::year).contains(1971);
        assertThat(titles(songs.from("CA", Genre.FOLK))).containsExactly("blue", "River");
        assertThat(songs.remove(Genre.JAZZ)).isEqualTo(2);
    }

    @Test
    void asksInTheQueryLanguage() {
        assertThat(titles(songs.longTitles(new BigDecimal("1.5"), 4)))
                .containsExactly("Naima", "River", "Solsbury Hill");
        assertThat(songs.jazzNotYetBought()).isEmpty();
        assertThat(titles(songs.likeAnywhere("%S%"))).containsExactly("So What", "Solsbury Hill");
        assertThat(songs.reduce(1971, 1971)).isEqualTo(2);
        assertThat(songs.titled("River").orElseThrow().price()).isEqualTo(new BigDecimal("1.10"));
        assertThat(songs.removeAllOf(List.of("Joni", "Miles"))).isEqualTo(3);
    }

    @Test
    void returnsWhatAMethodSays() {
        assertThat(songs.all()).extracting(Song::title).startsWith("Naima").endsWith("blue");
        try (Stream<String> titles = songs.titles(1971)) {
            assertThat(titles).containsExactly("River", "blue");
        }
        assertThat(songs.lines(Genre.JAZZ))
                .containsExactly(new Songs.Line("Naima", "John"), new Songs.Line("So What", "Miles"));
        assertThat(songs.many(Genre.FOLK)).isEqualTo(2);
        assertThatThrownBy(() -> songs.theOneOf("Björk")).isInstanceOf(EmptyResultException.class);
        assertThatThrownBy(() -> songs.theOneOf("Joni")).isInstanceOf(NonUniqueResultException.class);
    }

    @Test
    void takesOrderAndLimit() {
        List<Song> longest = songs.browse(Genre.FOLK, Limit.of(1), Order.by(Sort.desc("length")));
        assertThat(titles(longest)).containsExactly("River");
        List<Song> byTitle = songs.browse(Genre.FOLK, Limit.range(1, 10), Order.by(_Song.title.ascIgnoreCase()));
        assertThat(titles(byTitle)).containsExactly("blue", "River");
    }

    @Test
    void readsPages() {
        Page<Song> first = songs.page(PageRequest.ofSize(2), Sort.asc("title"));
        assertThat(titles(first.content())).containsExactly("River", "blue");
        assertThat(first.totalElements()).isEqualTo(5);
        Page<Song> second = songs.page(first.nextPageRequest(), Sort.asc("title"));
        assertThat(titles(second.content())).containsExactly("Naima", "So What");

        List<String> seen = new ArrayList<>();
        CursoredPage<Song> part = songs.scroll(PageRequest.ofSize(2).withoutTotal());
        part.forEach(song -> seen.add(song.title()));
        while (part.hasNext()) {
            part = songs.scroll(part.nextPageRequest());
            part.forEach(song -> seen.add(song.title()));
        }
        assertThat(seen).hasSize(5).endsWith("Naima", "So What", "Solsbury Hill");
        assertThat(titles(songs.scroll(part.previousPageRequest()).content())).containsExactly("Naima", "So What");
    }

    @Test
    void writesEntities() {
        Song river = songs.titled("River").orElseThrow();
        Song cheaper = songs.update(river.withPrice("0.80"));
        assertThat(cheaper.version()).isEqualTo(river.version() + 1);
        assertThatThrownBy(() -> songs.update(river.withPrice("0.70")))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> songs.insert(cheaper)).isInstanceOf(EntityExistsException.class);
        assertThat(songs.addOrCheapen(RIVER.withPrice("0.50")).version()).isEqualTo(cheaper.version() + 1);

        Archive archive = stowage.repository(Archive.class);
        List<Song> added = archive.add(List.of(song("Hejira", "Joni", "CA", Genre.FOLK, 1976, 402, "1.00", null)));
        Song kept = archive.keep(added.get(0).withPrice("1.10"));
        Song[] changed = archive.change(kept.withPrice("1.20"));
        archive.drop(Stream.of(changed));
        assertThat(songs.titled("Hejira")).isEmpty();
    }

    @Test
    void holdsSeveralEntities() {
        Desk desk = stowage.repository(Desk.class);
        Song added = desk.add(song("Amelia", "Joni", "CA", Genre.FOLK, 1976, 363, "1.00", null));
        Playlist travel = new Playlist("travel");
        travel.append(added);
        desk.keep(travel);
        assertThat(desk.playlist("travel").orElseThrow().songs).containsExactly(added.id());
        assertThat(desk.songs()).isEqualTo(6);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> stowage.repository(Misspelt.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("titel", "did you mean 'title'", "yeer", "did you mean 'year'");
    }

    @Test
    void tellsWhatIsWrongWhenItIsCalled() {
        try (Stowage lenient = Stowage.builder()
                .store("*", "memory")
                .checkRepositories(CheckTime.WHEN_CALLED)
                .open()) {
            Misspelt misspelt = lenient.repository(Misspelt.class);
            assertThatThrownBy(() -> misspelt.by("River")).isInstanceOf(MappingException.class);
        }
    }
}
