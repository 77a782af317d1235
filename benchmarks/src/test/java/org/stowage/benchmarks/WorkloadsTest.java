package org.stowage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every workload, on little data: each contender does the whole of the work and has the same answers. */
@ParameterizedClass(name = "{0}")
@EnumSource(Entrant.class)
class WorkloadsTest {

    // More than a batch of JDBC, and more than the limit of a query in each category.
    private static final int ROWS = 4_000;
    private static final int FEW = 20;
    private static final int LIMIT = 20;
    private static final int AT_ONCE = 100;

    private final ProcessorTime time = new ProcessorTime();

    @Parameter
    Entrant entrant = Entrant.JDBC;

    @Test
    void bulkInsertsAreAllThere() throws IOException, SQLException {
        W1BulkInsert workload = new W1BulkInsert();
        workload.entrant = entrant;
        workload.rows = ROWS;
        workload.makeRows();
        workload.open();
        workload.insertAll();
        assertThat(everything(workload.arena)).isEqualTo(Catalogue.products(ROWS));
        workload.close();
    }

    @Test
    void singleInsertsAreAllThere() throws IOException, SQLException {
        W2SingleInserts workload = new W2SingleInserts();
        workload.entrant = entrant;
        workload.rows = FEW;
        workload.makeRows();
        workload.open();
        workload.insertEach();
        assertThat(everything(workload.arena)).isEqualTo(Catalogue.products(FEW));
        workload.close();
    }

    @Test
    void keysFindTheirRows() throws IOException, SQLException {
        W3FindByKey workload = new W3FindByKey();
        workload.entrant = entrant;
        workload.rows = ROWS;
        workload.open();
        List<Product> products = Catalogue.products(ROWS);
        for (long key : Catalogue.keys(FEW, ROWS)) {
            assertThat(workload.find(time)).isEqualTo(products.get((int) key - 1));
        }
        workload.close();
    }

    @Test
    void categoriesAnswerTheirCheapest() throws IOException, SQLException {
        W4IndexedEquality workload = new W4IndexedEquality();
        workload.entrant = entrant;
        workload.rows = ROWS;
        workload.open();
        for (String category : Catalogue.categories(FEW)) {
            List<Product> cheapest = cheapest(Catalogue.products(ROWS), category);
            assertThat(cheapest).hasSize(LIMIT);
            assertThat(workload.cheapest(time)).isEqualTo(cheapest);
        }
        workload.close();
    }

    @Test
    void updatesAreStoredWithTheirVersions() throws IOException, SQLException {
        W6VersionedUpdates workload = new W6VersionedUpdates();
        workload.entrant = entrant;
        workload.rows = ROWS;
        workload.open();
        List<Product> expected = Catalogue.products(ROWS);
        int roundAndOneMore = ROWS / AT_ONCE + 1;
        for (int i = 0; i < roundAndOneMore; i++) {
            List<Product> updated = workload.updateAll(time);
            assertThat(updated).hasSize(AT_ONCE).allSatisfy(product -> {
                Product before = expected.get((int) product.id() - 1);
                assertThat(product).isEqualTo(before.sold().nextVersion());
            });
            updated.forEach(product -> expected.set((int) product.id() - 1, product));
        }
        assertThat(everything(workload.arena)).isEqualTo(expected);
        for (String category : Catalogue.categories(FEW)) {
            assertThat(workload.arena.contender().cheapest(category, LIMIT)).isEqualTo(cheapest(expected, category));
        }
        workload.close();
    }

    @Test
    void aStaleRowIsNotUpdated() throws IOException, SQLException {
        List<Product> products = Catalogue.products(FEW);
        try (Arena arena = Arena.open(entrant, products)) {
            List<Product> sold = products.stream().map(Product::sold).toList();
            List<Product> stored = arena.contender().updateAll(sold);
            assertThatThrownBy(() -> arena.contender().updateAll(sold)).hasMessageContaining("1");
            assertThat(everything(arena)).isEqualTo(stored);
        }
    }

    @Test
    void streamsHaveEveryRow() throws IOException, SQLException {
        W7StreamAll workload = new W7StreamAll();
        workload.entrant = entrant;
        workload.rows = ROWS;
        workload.open();
        List<Product> streamed = new ArrayList<>();
        workload.streamTo(streamed::add);
        assertThat(streamed).containsExactlyInAnyOrderElementsOf(Catalogue.products(ROWS));
        workload.close();
    }

    private static List<Product> cheapest(List<Product> products, String category) {
        return products.stream()
                .filter(product -> product.category().equals(category))
                .sorted(Comparator.comparing(Product::price).thenComparingLong(Product::id))
                .limit(LIMIT)
                .toList();
    }

    private static List<Product> everything(Arena arena) throws SQLException {
        List<Product> products = new ArrayList<>();
        arena.contender().forEach(products::add);
        products.sort(Comparator.comparingLong(Product::id));
        return products;
    }
}
