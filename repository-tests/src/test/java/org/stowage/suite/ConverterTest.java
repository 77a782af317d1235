package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Converter;
import org.stowage.entity.Unique;
import org.stowage.spi.error.BadConfigurationException;

/** Types that no provider knows, stored as the converters of the application say. */
@OnEveryStore
class ConverterTest {

    /** A number that is written in words and stored as a number. */
    record Rank(String word) {

        private static final List<String> WORDS = List.of("one", "two", "three", "ten");
        private static final List<Integer> NUMBERS = List.of(1, 2, 3, 10);

        int number() {
            int index = WORDS.indexOf(word);
            if (index < 0) {
                throw new IllegalStateException("no such rank");
            }
            return NUMBERS.get(index);
        }

        static Rank of(int number) {
            return new Rank(WORDS.get(NUMBERS.indexOf(number)));
        }
    }

    record Isbn(String digits) {}

    record Book(
            Isbn id,
            @Nullable @Unique Rank rank,
            @Nullable Currency currency,
            @Nullable List<Rank> ranks,
            @Nullable Map<String, String> labels,
            @Nullable Part part) {

        static Book of(String isbn, @Nullable String rank) {
            return new Book(new Isbn(isbn), rank == null ? null : new Rank(rank), null, null, null, null);
        }
    }

    record Part(Rank rank) {}

    interface Books extends CrudRepository<Book, Isbn> {

        @Find
        Optional<Book> ranked(Rank rank);

        @Find
        List<Book> sorted(Sort<Book> sort);

        @Query("where rank > :rank")
        List<Book> above(Rank rank);

        @Query("where rank in :ranks")
        List<Book> in(List<Rank> ranks);

        @Query("select rank where rank is not null")
        List<Rank> ranks();

        @Query("where part.rank = :rank")
        List<Book> part(Rank rank);

        @Query("update Book set rank = :rank where id = :isbn")
        long rank(Isbn isbn, Rank rank);

        @Find
        CursoredPage<Book> pages(PageRequest page, Sort<Book> sort);
    }

    /** A converter of a few words. */
    record Simple<T, S>(Class<T> type, Class<S> storedType, Function<T, S> to, Function<S, T> from)
            implements Converter<T, S> {

        @Override
        public S toStored(T value) {
            return to.apply(value);
        }

        @Override
        public T fromStored(S stored) {
            return from.apply(stored);
        }
    }

    private static final Converter<Rank, Integer> RANKS =
            new Simple<>(Rank.class, Integer.class, Rank::number, Rank::of);

    private final TestStore store;
    private final Path folder;
    private final Stowage stowage;
    private final Books books;

    ConverterTest(TestStore store, @TempDir Path folder) {
        this.store = store;
        this.folder = folder;
        stowage = store.builder(folder)
                .converter(RANKS)
                .converter(new Simple<>(Isbn.class, String.class, Isbn::digits, Isbn::new))
                .converter(new Simple<>(Currency.class, String.class, Currency::getCurrencyCode, Currency::getInstance))
                .converter(new Simple<>(Map.class, String.class, ConverterTest::lines, ConverterTest::labels))
                .open();
        books = stowage.repository(Books.class);
    }

    private static String lines(Map<?, ?> map) {
        return String.join("\n", map.entrySet().stream().map(Object::toString).toList());
    }

    private static Map<?, ?> labels(String lines) {
        Map<String, String> labels = new TreeMap<>();
        lines.lines().map(line -> line.split("=", 2)).forEach(parts -> labels.put(parts[0], parts[1]));
        return labels;
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private void insert(String... ranks) {
        for (int i = 0; i < ranks.length; i++) {
            books.insert(Book.of("b" + i, ranks[i]));
        }
    }

    @Test
    void keepValuesAloneInCollectionsAndInWhatIsEmbedded() {
        Book book = new Book(
                new Isbn("1"),
                new Rank("ten"),
                Currency.getInstance("EUR"),
                List.of(new Rank("two"), new Rank("one")),
                new TreeMap<>(Map.of("b", "2", "a", "1")),
                new Part(new Rank("three")));
        books.insert(book);
        assertThat(books.findById(new Isbn("1"))).contains(book);
        assertThat(books.part(new Rank("three"))).containsExactly(book);
        assertThat(books.part(new Rank("two"))).isEmpty();
    }

    @Test
    void areNotAskedAboutNull() {
        books.insert(Book.of("1", null));
        assertThat(books.findById(new Isbn("1"))).contains(Book.of("1", null));
        assertThat(books.ranks()).isEmpty();
    }

    @Test
    void makeIds() {
        insert("one", "two");
        assertThat(books.findById(new Isbn("b1"))).contains(Book.of("b1", "two"));
        books.deleteById(new Isbn("b1"));
        assertThat(books.findById(new Isbn("b1"))).isEmpty();
        assertThatThrownBy(() -> insert("three"))
                .isInstanceOf(EntityExistsException.class)
                .hasMessageContaining("'b0'");
    }

    @Test
    void decideTheOrderByWhatTheyStore() {
        insert("ten", "one", "three", "two");
        assertThat(books.sorted(Sort.asc("rank")))
                .extracting(book -> book.rank().word())
                .containsExactly("one", "two", "three", "ten");
        assertThat(books.above(new Rank("two")))
                .extracting(book -> book.rank().word())
                .containsExactly("ten", "three");
        assertThat(books.in(List.of(new Rank("ten"), new Rank("two")))).hasSize(2);
        assertThat(books.ranks()).containsExactly(new Rank("ten"), new Rank("one"), new Rank("three"), new Rank("two"));
    }

    @Test
    void areThereInCursors() {
        insert("ten", "one", "three");
        CursoredPage<Book> page = books.pages(PageRequest.ofSize(2), Sort.desc("rank"));
        assertThat(page.cursor(0).get(0)).isEqualTo(new Rank("ten"));
        assertThat(books.pages(page.nextPageRequest(), Sort.desc("rank")).content())
                .containsExactly(Book.of("b1", "one"));
    }

    @Test
    void keepUniqueValuesUnique() {
        insert("ten");
        assertThat(books.ranked(new Rank("ten"))).isPresent();
        assertThatThrownBy(() -> books.insert(Book.of("x", "ten"))).isInstanceOf(EntityExistsException.class);
        assertThat(books.rank(new Isbn("b0"), new Rank("two"))).isEqualTo(1);
        assertThat(books.ranked(new Rank("two"))).contains(Book.of("b0", "two"));
    }

    @Test
    void areNamedWhenTheyRefuseAValue() {
        assertThatThrownBy(() -> books.insert(Book.of("1", "eleven")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'" + Simple.class.getName() + "' refuses 'Rank[word=eleven]'")
                .hasMessageContaining("no such rank")
                .hasMessageContaining("attribute 'Book.rank'")
                .hasMessageContaining("'Book'")
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(books.findById(new Isbn("1"))).isEmpty();
        assertThatThrownBy(() -> books.above(new Rank("eleven")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no such rank");
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    insert("one");
                    books.insert(Book.of("1", "eleven"));
                }))
                .isInstanceOf(DataException.class);
        assertThat(books.ranks()).isEmpty();
    }

    record Ranked(int id, Rank rank) {}

    interface Ranks extends CrudRepository<Ranked, Integer> {}

    @Test
    void areNamedWhenTheyRefuseWhatIsStored() {
        Converter<Rank, Integer> careless =
                new Simple<>(Rank.class, Integer.class, rank -> rank.word().length(), Rank::of);
        try (Stowage other = Stowage.builder()
                .store("*", store.url(folder, "other"))
                .converter(careless)
                .open()) {
            Ranks ranks = other.repository(Ranks.class);
            ranks.insert(new Ranked(1, new Rank("eleven")));
            assertThatThrownBy(() -> ranks.findById(1))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("refuses '6'")
                    .hasMessageContaining("attribute 'Ranked.rank'")
                    .hasMessageContaining("'Ranked'");
            assertThatThrownBy(() -> {
                        try (var all = ranks.findAll()) {
                            all.toList();
                        }
                    })
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("refuses '6'");
        }
    }

    @Test
    void areNamedWhenTheyMakeNull() {
        Converter<Rank, Integer> careless = new Simple<>(Rank.class, Integer.class, rank -> null, Rank::of);
        try (Stowage other = Stowage.builder()
                .store("*", store.url(folder, "other"))
                .converter(careless)
                .open()) {
            Ranks ranks = other.repository(Ranks.class);
            assertThatThrownBy(() -> ranks.insert(new Ranked(1, new Rank("one"))))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("makes null of 'Rank[word=one]'");
        }
    }

    @Test
    void areRefusedAtOnceWhenTheyAreWrong() {
        assertThatThrownBy(() -> Stowage.builder().converter(RANKS).converter(RANKS))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("'" + Rank.class.getName() + "'")
                .hasMessageContaining("there are two converters");
        assertThatThrownBy(() -> Stowage.builder()
                        .converter(new Simple<>(Rank.class, Isbn.class, rank -> new Isbn(""), isbn -> new Rank(""))))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("stores '" + Isbn.class.getName() + "', which is no basic type");
    }
}
