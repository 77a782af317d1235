package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Param;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Converter;
import org.stowage.entity.FormerlyNamed;
import org.stowage.entity.Generated;
import org.stowage.entity.Id;
import org.stowage.entity.Index;
import org.stowage.entity.Required;
import org.stowage.entity.Scale;
import org.stowage.entity.Unique;
import org.stowage.entity.Version;
import org.stowage.spi.schema.SchemaChange;

/** Does what docs/writing-an-application.md shows. */
class ApplicationGuideTest {

    record Book(
            @Generated @Nullable UUID id,
            @Unique String isbn,
            @Required @Index String author,
            String title,
            @Scale(2) @Nullable BigDecimal price,
            @Nullable LocalDate published,
            Publisher publisher,
            List<String> tags,
            @Version int version) {

        record Publisher(String name, String city) {}
    }

    static class Member {
        private @Id @Nullable String card;
        private @Nullable String name;

        Member() {}

        Member(String card, String name) {
            this.card = card;
            this.name = name;
        }
    }

    record Isbn(String digits) {}

    static final class IsbnConverter implements Converter<Isbn, String> {
        @Override
        public Class<Isbn> type() {
            return Isbn.class;
        }

        @Override
        public Class<String> storedType() {
            return String.class;
        }

        @Override
        public String toStored(Isbn isbn) {
            return isbn.digits();
        }

        @Override
        public Isbn fromStored(String digits) {
            return new Isbn(digits);
        }
    }

    @Repository
    interface Books extends CrudRepository<Book, UUID> {

        @Find
        Optional<Book> withIsbn(@By("isbn") String isbn);

        @Find
        @OrderBy("title")
        List<Book> from(@By("publisher.city") String city, Limit limit);

        @Find
        Page<Book> all(PageRequest page, Order<Book> order);

        @Find
        @OrderBy("title")
        CursoredPage<Book> browse(PageRequest page);

        List<Book> findByAuthorAndPriceLessThanOrderByTitle(String author, BigDecimal price);

        boolean existsByTitleIgnoreCaseContains(String part);

        @Query("where price between :low and :high order by price desc")
        List<Book> priced(@Param("low") BigDecimal low, @Param("high") BigDecimal high);

        @Query("select title, author where published is null order by title")
        List<Announcement> announced();

        @Query("select title where author = ?1 order by title")
        Stream<String> titlesBy(String author);

        @Query("select count(this) where author in (:authors)")
        long countBy(@Param("authors") List<String> authors);

        @Query("update Book set price = price / 2 where published < :day")
        int halvePricesBefore(@Param("day") LocalDate day);

        @Delete
        long removeBy(@By("author") String author);

        record Announcement(String title, String author) {}
    }

    @Repository
    interface Members extends CrudRepository<Member, String> {}

    private Stowage stowage;
    private Books books;

    @BeforeEach
    void open() {
        stowage = Stowage.open("memory");
        books = stowage.repository(Books.class);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private static Book book(String isbn, String author, String title, String price, @Nullable LocalDate published) {
        return new Book(
                null,
                isbn,
                author,
                title,
                new BigDecimal(price),
                published,
                new Book.Publisher("Harbour", "Kiel"),
                List.of("sea"),
                0);
    }

    private static final Book ISLANDS = book("1", "Ada", "Islands", "12.50", LocalDate.of(2020, 5, 1));
    private static final Book RIVERS = book("2", "Ada", "Rivers", "30", null);
    private static final Book CANALS = book("3", "Bo", "Canals", "8", LocalDate.of(1999, 1, 1));

    @Test
    void findsWhatTheGuideAsksFor() {
        books.insertAll(List.of(ISLANDS, RIVERS, CANALS));

        assertThat(books.withIsbn("2").orElseThrow().title()).isEqualTo("Rivers");
        assertThat(books.from("Kiel", Limit.of(2))).extracting(Book::title).containsExactly("Canals", "Islands");
        assertThat(books.findByAuthorAndPriceLessThanOrderByTitle("Ada", new BigDecimal("31")))
                .extracting(Book::title)
                .containsExactly("Islands", "Rivers");
        assertThat(books.existsByTitleIgnoreCaseContains("RIVER")).isTrue();
        assertThat(books.priced(new BigDecimal("8"), new BigDecimal("12.50")))
                .extracting(Book::title)
                .containsExactly("Islands", "Canals");
        assertThat(books.announced()).containsExactly(new Books.Announcement("Rivers", "Ada"));
        assertThat(books.countBy(List.of("Bo", "Cy"))).isEqualTo(1);
        try (Stream<String> titles = books.titlesBy("Ada")) {
            assertThat(titles).containsExactly("Islands", "Rivers");
        }
        assertThat(books.halvePricesBefore(LocalDate.of(2000, 1, 1))).isEqualTo(1);
        assertThat(books.withIsbn("3").orElseThrow().price()).isEqualTo(new BigDecimal("4.00"));
        assertThat(books.removeBy("Ada")).isEqualTo(2);
    }

    @Test
    void readsPagesByNumberAndByCursor() {
        books.insertAll(List.of(ISLANDS, RIVERS, CANALS));

        Page<Book> first = books.all(PageRequest.ofSize(2), Order.by(Sort.desc("price")));
        assertThat(first.totalElements()).isEqualTo(3);
        Page<Book> second = books.all(first.nextPageRequest(), Order.by(Sort.desc("price")));
        assertThat(second.content()).extracting(Book::title).containsExactly("Canals");

        List<String> seen = new ArrayList<>();
        CursoredPage<Book> page = books.browse(PageRequest.ofSize(2));
        page.forEach(book -> seen.add(book.title()));
        while (page.hasNext()) {
            page = books.browse(page.nextPageRequest());
            page.forEach(book -> seen.add(book.title()));
        }
        assertThat(seen).containsExactly("Canals", "Islands", "Rivers");
    }

    @Test
    void handsBackWhatIsStoredAndRefusesWhatIsStale() {
        Book stored = books.insert(ISLANDS);
        assertThat(stored.id()).isNotNull();
        Book dearer = books.update(withPrice(stored, "14"));
        assertThat(dearer.version()).isEqualTo(1);
        assertThatThrownBy(() -> books.update(withPrice(stored, "15")))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> books.insert(ISLANDS)).isInstanceOf(EntityExistsException.class);
    }

    private static Book withPrice(Book book, String price) {
        return new Book(
                book.id(),
                book.isbn(),
                book.author(),
                book.title(),
                new BigDecimal(price),
                book.published(),
                book.publisher(),
                book.tags(),
                book.version());
    }

    @Test
    void changesSeveralOrNone() {
        books.insertAll(List.of(ISLANDS, RIVERS));
        Book sold = books.withIsbn("1").orElseThrow();

        long left = stowage.inTransaction(() -> {
            books.delete(sold);
            return books.countBy(List.of("Ada"));
        });
        assertThat(left).isEqualTo(1);
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    books.insert(CANALS);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(books.withIsbn("3")).isEmpty();
    }

    @Test
    void keepsClassesAsWell() {
        Members members = stowage.repository(Members.class);
        members.insert(new Member("m1", "Ida"));
        Member found = members.findById("m1").orElseThrow();
        assertThat(found.card).isEqualTo("m1");
        assertThat(found.name).isEqualTo("Ida");
    }

    record Copy(Isbn id, int shelf) {}

    @Repository
    interface Copies extends CrudRepository<Copy, Isbn> {}

    @Test
    void convertsATypeOfItsOwn() {
        try (Stowage converting = Stowage.builder()
                .store("*", "memory")
                .converter(new IsbnConverter())
                .open()) {
            Copies copies = converting.repository(Copies.class);
            copies.insert(new Copy(new Isbn("1"), 7));
            assertThat(copies.findById(new Isbn("1"))).contains(new Copy(new Isbn("1"), 7));
        }
    }

    static class Before {
        record Loan(long id, String who, String remark) {}

        @Repository
        interface Loans extends CrudRepository<Before.Loan, Long> {}
    }

    static class After {
        record Loan(
                long id,
                @FormerlyNamed("who") String member,
                @Nullable LocalDate due) {}

        @Repository
        interface Loans extends CrudRepository<After.Loan, Long> {}
    }

    @Test
    void followsTheClassWhenItsShapeChanges() {
        stowage.repository(Before.Loans.class).insert(new Before.Loan(1, "Ida", "none"));

        stowage.storeFor("Loan").evolve(List.of(new SchemaChange.DropField("Loan", "remark")));

        assertThat(stowage.repository(After.Loans.class).findById(1L)).contains(new After.Loan(1, "Ida", null));
    }

    @Test
    void routesEntitiesToStores(@TempDir Path folder) {
        String location = folder.resolve("members.db").toString();
        try (Stowage shop = Stowage.builder()
                .store("*", "memory")
                .store("people", "sqlite:" + location, Map.of("durability", "relaxed"))
                .route("Member", "people")
                .configuration(Map.of("patience", "5s"), "this test")
                .open()) {
            shop.repository(Members.class).insert(new Member("m1", "Ida"));
            assertThat(shop.storeFor("Member").provider().name()).isEqualTo("sqlite");
            assertThat(shop.storeFor("Book").provider().name()).isEqualTo("memory");
        }
    }

    @Test
    void theGuideShowsThisCode() {
        GuideSources.contain(
                "writing-an-application.md",
                Path.of("src/test/java/org/stowage/distribution/ApplicationGuideTest.java"),
                GuideSources.ROOT.resolve(
                        "examples/ordering/src/main/java/org/stowage/example/ordering/OrderingApplication.java"),
                GuideSources.ROOT.resolve("examples/ordering/src/main/java/org/stowage/example/ordering/Ordering.java"),
                GuideSources.ROOT.resolve("examples/ordering/src/main/java/module-info.java"));
    }
}
