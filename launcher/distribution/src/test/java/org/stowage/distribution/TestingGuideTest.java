package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Repository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;
import org.stowage.StowageBranch;
import org.stowage.StowageBuilder;
import org.stowage.layers.faults.Effect;
import org.stowage.layers.faults.FaultPlan;
import org.stowage.layers.faults.Operation;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.testing.FaultAt;
import org.stowage.testing.Faults;
import org.stowage.testing.OnEveryProvider;
import org.stowage.testing.Preparation;
import org.stowage.testing.StorePlaces;
import org.stowage.testing.StowageTest;

/** Does what docs/testing.md shows. */
@StowageTest(prepare = "stock")
class TestingGuideTest {

    record Book(long id, String title, String shelf) {}

    @Repository
    interface Books extends CrudRepository<Book, Long> {}

    /** Sells books, and does not like to be disturbed. */
    record Shop(Stowage stowage) {
        void sell(long id) {
            Books books = stowage.repository(Books.class);
            stowage.inTransaction(() -> books.deleteById(id));
        }
    }

    static void stock(Books books) {
        books.insert(new Book(1, "Islands", "sea"));
        books.insert(new Book(2, "Rivers", "land"));
    }

    @Test
    void sellsABook(Stowage stowage, Books books) {
        new Shop(stowage).sell(1);
        assertThat(books.findAll()).extracting(Book::title).containsExactly("Rivers");
    }

    @Test
    void changesNothingElse(Stowage stowage, StowageBranch branch) {
        new Shop(stowage).sell(1);
        assertThat(branch.differences().get("*").rows()).isEqualTo(1);
    }

    @OnEveryProvider
    void findsTheRestAfterASale(Stowage stowage, Books books) {
        new Shop(stowage).sell(2);
        assertThat(books.findById(2L)).isEmpty();
    }

    @Test
    @Faults(@FaultAt(value = Operation.COMMIT, nth = 1, effect = Effect.CONFLICT))
    void sellsABookThatSomebodyElseLooksAt(Stowage stowage, Books books, FaultPlan faults) {
        new Shop(stowage).sell(1);
        assertThat(books.findById(1L)).isEmpty();
        assertThat(faults.occurred()).isEqualTo(1);
    }

    @Test
    @Faults(@FaultAt(value = Operation.COMMIT, effect = Effect.COMMITTED_UNKNOWN))
    void doesNotClaimToKnowWhetherItSold(Stowage stowage) {
        assertThatThrownBy(() -> new Shop(stowage).sell(1)).isInstanceOf(CommitUnknownException.class);
    }

    static class TwoStores implements Preparation {
        @Override
        public void open(StowageBuilder builder, StorePlaces places) {
            builder.store("stock", places.url("stock"))
                    .store("*", places.url("rest"))
                    .route("Book", "stock");
        }

        @Override
        public void fill(Stowage stowage) {
            stock(stowage.repository(Books.class));
        }
    }

    @StowageTest(preparation = TwoStores.class)
    static class StockTest {
        @Test
        void standsApart(Stowage stowage) {
            assertThat(stowage.storeFor("Book").name()).isEqualTo("stock");
        }
    }

    @Test
    void triesSomethingOutAndKeepsIt() {
        try (Stowage stowage = Stowage.open("memory")) {
            stock(stowage.repository(Books.class));
            try (StowageBranch branch = stowage.branch()) {
                branch.stowage().repository(Books.class).deleteById(1L);
                assertThat(branch.differences().get("*").rows()).isEqualTo(1);
                branch.apply();
            }
            assertThat(stowage.repository(Books.class).findById(1L)).isEmpty();
        }
    }

    @Test
    void theGuideShowsThisCode() {
        GuideSources.contain("testing.md", Path.of("src/test/java/org/stowage/distribution/TestingGuideTest.java"));
    }
}
