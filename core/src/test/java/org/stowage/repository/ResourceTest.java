package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.DataRepository;
import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;
import org.stowage.spi.change.Change;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreTransaction;

/** What a repository hands out of what is below it. */
class ResourceTest {

    record Coin(long id, String name) {}

    interface Coins extends CrudRepository<Coin, Long> {

        StoreTransaction transaction();

        default void add(boolean commit) {
            transaction().apply(new Change.Insert("Coin", List.of(Row.of(1L, "cent"))));
            transaction().apply(new Change.Insert("Coin", List.of(Row.of(2L, "dime"))));
            if (commit) {
                transaction().commit();
            }
        }

        default Optional<Row> addAndFail() {
            add(true);
            transaction().apply(new Change.Insert("Coin", List.of(Row.of(3L, "mark"))));
            assertThat(transaction().get("Coin", Key.of(3L))).isPresent();
            throw new IllegalStateException("stop");
        }
    }

    interface Store extends DataRepository<Coin, Long> {
        OpenStore store();
    }

    private final Stowage stowage = Stowage.open("memory");
    private final Coins coins = stowage.repository(Coins.class);

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void closesATransactionAtTheEndOfTheDefaultMethodThatAskedForIt() {
        coins.add(false);
        assertThat(coins.findById(1L)).isEmpty();
        coins.add(true);
        assertThat(coins.findById(2L)).contains(new Coin(2, "dime"));
        coins.deleteById(1L);
        coins.deleteById(2L);
        assertThatThrownBy(coins::addAndFail).hasMessage("stop");
        assertThat(coins.findById(1L)).isPresent();
        assertThat(coins.findById(3L)).isEmpty();
        // Nobody else could write if one had stayed open.
        coins.insert(new Coin(4, "pound"));
    }

    @Test
    void leavesATransactionToTheCallerOutsideOfDefaultMethods() {
        try (StoreTransaction transaction = coins.transaction()) {
            transaction.apply(new Change.Insert("Coin", List.of(Row.of(1L, "cent"))));
            transaction.commit();
        }
        assertThat(coins.findById(1L)).isPresent();
    }

    @Test
    void handsOutTheTransactionThatTheThreadIsIn() {
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    coins.insert(new Coin(1, "cent"));
                    assertThat(coins.transaction().get("Coin", Key.of(1L))).isPresent();
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(coins.findById(1L)).isEmpty();
    }

    @Test
    void handsOutTheStoreOfTheEntities() {
        assertThat(stowage.repository(Store.class).store()).isSameAs(stowage.store("*"));
    }

    /** What another library may have. */
    interface Connection extends Closeable {}

    interface Wrong extends DataRepository<Coin, Long> {

        OpenStore a();

        StoreTransaction b();

        StoreTransaction c(long id);

        Connection d();
    }

    interface Homeless {
        OpenStore store();
    }

    @Test
    void refusesWhatItCannotHandOut() {
        assertThatThrownBy(() -> stowage.repository(Wrong.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(
                        "Wrong.b(): it returns StoreTransaction, and 'Wrong.a()' returns OpenStore; keep one of them")
                .hasMessageContaining(
                        "Wrong.c(long): it returns StoreTransaction, and takes parameters; leave them out")
                .hasMessageContaining(
                        "Wrong.d(): it returns Connection, which a repository does not hand out; return StoreTransaction or OpenStore, and unwrap that");
        assertThatThrownBy(() -> stowage.repository(Homeless.class))
                .hasMessageContaining("nothing says whose store it shall return");
    }
}
