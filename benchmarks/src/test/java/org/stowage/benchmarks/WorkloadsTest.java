package org.stowage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every workload, on little data: each contender does the whole of the work and has the same answers. Controls are their floors. */
@ParameterizedClass(name = "{0}")
@EnumSource(value = Entrant.class, mode = EnumSource.Mode.MATCH_NONE, names = ".*_AGAIN")
class WorkloadsTest {

    // More than a batch of JDBC.
    private static final int ROWS = 2_000;
    private static final int SOME = 200;
    private static final int FEW = 20;
    private static final int LIMIT = 20;
    private static final int AT_ONCE = 100;

    @Parameter
    Entrant entrant = Entrant.JDBC;

    @Test
    void singleInsertsAreAllThere() throws Exception {
        W2SingleInserts workload = new W2SingleInserts();
        workload.entrant = entrant;
        workload.rows = FEW;
        workload.makeRows();
        workload.open();
        workload.measure(new Turn(), new ProcessorTime());
        assertThat(everything(workload.arena)).isEqualTo(Catalogue.products(FEW));
        workload.close();
    }

    @Test
    void readersHaveTheSameAnswers() throws Exception {
        List<Product> products = Catalogue.products(ROWS);
        for (Indexes indexes : Indexes.values()) {
            try (Arena arena = Arena.open(entrant, indexes, ROWS)) {
                assertThat(everything(arena)).isEqualTo(products);
                findsByKey(arena.contender(), products);
                findsTheCheapest(arena.contender(), products);
                findsByPrice(arena.contender(), products);
                readsPages(arena.contender(), products);
            }
        }
    }

    private static void findsByKey(Contender contender, List<Product> products) throws SQLException {
        for (long key : Catalogue.keys(FEW, ROWS)) {
            assertThat(contender.find(key)).extracting(Item::plain).isEqualTo(products.get((int) key - 1));
        }
        assertThat(contender.find(ROWS + 1)).isNull();
    }

    private static void findsTheCheapest(Contender contender, List<Product> products) throws SQLException {
        for (String category : Catalogue.categories(FEW)) {
            List<Product> cheapest = cheapest(products, category);
            assertThat(cheapest).hasSizeGreaterThan(FEW / 4);
            assertThat(plain(contender.cheapest(category, LIMIT))).isEqualTo(cheapest);
        }
    }

    private static void findsByPrice(Contender contender, List<Product> products) throws SQLException {
        for (BigDecimal least : Catalogue.prices(FEW, BigDecimal.TEN)) {
            BigDecimal most = least.add(BigDecimal.TEN);
            List<Product> priced = products.stream()
                    .filter(product -> product.price().compareTo(least) >= 0)
                    .filter(product -> product.price().compareTo(most) <= 0)
                    .toList();
            assertThat(plain(contender.priced(least, most))).containsExactlyInAnyOrderElementsOf(priced);
            assertThat(contender.countPriced(least, most)).isEqualTo(priced.size());
        }
    }

    private static void readsPages(Contender contender, List<Product> products) throws SQLException {
        List<Product> read = new ArrayList<>();
        contender.pages(0, AT_ONCE).forEachRemaining(page -> read.addAll(plain(page)));
        assertThat(read).isEqualTo(products);
        assertThat(plain(contender.pages(ROWS - AT_ONCE, AT_ONCE).next()))
                .isEqualTo(products.subList(ROWS - AT_ONCE, ROWS));
    }

    @Test
    void updatesAreStoredWithTheirVersions() throws Exception {
        W6VersionedUpdates workload = new W6VersionedUpdates();
        workload.entrant = entrant;
        workload.rows = SOME;
        workload.open();
        List<Product> expected = Catalogue.products(SOME);
        int roundAndOneMore = SOME / AT_ONCE + 1;
        for (int i = 0; i < roundAndOneMore; i++) {
            List<Product> updated = workload.operation();
            assertThat(updated).hasSize(AT_ONCE).allSatisfy(product -> {
                Product before = expected.get((int) product.id() - 1);
                assertThat(product).isEqualTo(before.sold().nextVersion());
            });
            updated.forEach(product -> expected.set((int) product.id() - 1, product));
        }
        assertThat(everything(workload.arena)).isEqualTo(expected);
        for (String category : Catalogue.categories(FEW)) {
            assertThat(plain(workload.arena.contender().cheapest(category, LIMIT)))
                    .isEqualTo(cheapest(expected, category));
        }
        workload.close();
    }

    @Test
    void aStaleRowIsNotUpdated() throws Exception {
        try (Arena arena = Arena.open(entrant, Indexes.CATEGORY, FEW)) {
            List<Product> sold =
                    Catalogue.products(FEW).stream().map(Product::sold).toList();
            List<Product> stored = arena.contender().updateAll(sold);
            assertThatThrownBy(() -> arena.contender().updateAll(sold)).isInstanceOf(Exception.class);
            assertThat(everything(arena)).isEqualTo(stored);
        }
    }

    @Test
    void severalThreadsChangeWhatIsThere() throws Exception {
        try (Arena arena = Arena.open(entrant, Indexes.CATEGORY, FEW);
                Contender first = arena.contender().another();
                Contender second = arena.contender().another()) {
            Thread thread = Thread.ofPlatform().start(() -> sell(first, 1));
            sell(second, 2);
            thread.join();
            assertThat(everything(arena)).extracting(Product::version).startsWith(FEW, FEW, 0);
        }
    }

    private static void sell(Contender contender, long id) {
        try {
            for (int i = 0; i < FEW; i++) {
                Item found = contender.find(id);
                assertThat(found).isNotNull();
                contender.updateAll(List.of(found.plain().sold()));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Product> cheapest(List<Product> products, String category) {
        return products.stream()
                .filter(product -> product.category().equals(category))
                .sorted(Catalogue.BY_PRICE)
                .limit(LIMIT)
                .toList();
    }

    private static List<Product> plain(List<? extends Item> items) {
        return items.stream().map(Item::plain).toList();
    }

    private static List<Product> everything(Arena arena) throws SQLException {
        List<Product> products = new ArrayList<>();
        arena.contender().forEach(item -> products.add(item.plain()));
        products.sort(Comparator.comparingLong(Product::id));
        return products;
    }
}
