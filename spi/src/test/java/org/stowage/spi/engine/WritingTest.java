package org.stowage.spi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.engine.Shops.PATIENCE;
import static org.stowage.spi.engine.Shops.commit;
import static org.stowage.spi.engine.Shops.delete;
import static org.stowage.spi.engine.Shops.insert;
import static org.stowage.spi.engine.Shops.item;
import static org.stowage.spi.engine.Shops.items;
import static org.stowage.spi.engine.Shops.save;
import static org.stowage.spi.engine.Shops.update;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Access;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.Change.Target;
import org.stowage.spi.change.Change.Versioned;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.MissingException;
import org.stowage.spi.error.ReadOnlyException;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.StaleVersionException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.value.Key;

class WritingTest {

    private final Engine store = Shops.empty().open();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void insertsUpdatesSavesAndDeletesAndCountsTheRows() {
        assertThat(commit(store, insert(item(1, "a"), item(2, "b"), item(3, null))))
                .isEqualTo(3);
        assertThat(commit(store, update(Versioned.any(item(1, "a2"))))).isEqualTo(1);
        assertThat(commit(store, save(Versioned.any(item(2, "b2")), Versioned.any(item(4, "d")))))
                .isEqualTo(2);
        assertThat(commit(store, delete(3, 99))).isEqualTo(1);

        assertThat(items(store)).containsExactly(item(1, "a2"), item(2, "b2"), item(4, "d"));
    }

    @Test
    void refusesToInsertAKeyTwiceAlsoWithinABatch() {
        commit(store, insert(item(1, "a")));

        assertRefused(insert(item(2, "b"), item(1, "c")), ExistsException.class, 1);
        assertRefused(insert(item(2, "b"), item(2, "c")), ExistsException.class, 2);
    }

    @Test
    void refusesToUpdateWhatIsMissing() {
        assertRefused(update(Versioned.any(item(1, "a"))), MissingException.class, 1);
    }

    @Test
    void refusesToDeleteWhatIsMissingOnlyIfItIsRequired() {
        commit(store, insert(item(1, "a")));

        assertThat(commit(store, delete(7, 8))).isZero();
        assertRefused(
                new Change.Delete("item", List.of(Target.any(Key.of(1L)), Target.any(Key.of(1L))), true),
                MissingException.class,
                1);
    }

    @Test
    void refusesAStaleVersionWhateverTheChangeIs() {
        commit(store, insert(item(1, "a", 5, 3)));

        OptionalLong stale = OptionalLong.of(2);
        assertRefused(update(new Versioned(item(1, "a", 6, 3), stale)), StaleVersionException.class, 1);
        assertRefused(save(new Versioned(item(1, "a", 6, 3), stale)), StaleVersionException.class, 1);
        assertRefused(
                new Change.Delete("item", List.of(new Target(Key.of(1L), stale)), false),
                StaleVersionException.class,
                1);
        assertThat(commit(store, update(new Versioned(item(1, "a", 6, 4), OptionalLong.of(3)))))
                .isEqualTo(1);
        assertThat(items(store)).containsExactly(item(1, "a", 6, 4));
    }

    @Test
    void savesANewRowWhateverVersionIsExpected() {
        commit(store, save(new Versioned(item(1, "a", 1, 8), OptionalLong.of(7))));

        assertThat(items(store)).containsExactly(item(1, "a", 1, 8));
    }

    @Test
    void keepsTheLastOfARowThatIsSavedTwiceInABatch() {
        assertThat(commit(store, save(Versioned.any(item(1, "a")), Versioned.any(item(1, "b")))))
                .isEqualTo(2);

        assertThat(items(store)).containsExactly(item(1, "b"));
        commit(store, insert(item(2, "a")));
    }

    @Test
    void refusesAClashInAUniqueIndexAndNeverReplacesTheOtherRow() {
        commit(store, insert(item(1, "a"), item(2, "b")));

        assertRefused(insert(item(3, "a")), UniqueViolatedException.class, 3);
        assertRefused(update(Versioned.any(item(2, "a"))), UniqueViolatedException.class, 2);
        assertRefused(save(Versioned.any(item(2, "a"))), UniqueViolatedException.class, 2);
    }

    @Test
    void checksUniqueIndexesRowByRow() {
        commit(store, insert(item(1, "a"), item(2, "b")));

        // Both orders end without a clash, but the first has one on its way.
        assertRefused(
                update(Versioned.any(item(1, "b")), Versioned.any(item(2, "a"))), UniqueViolatedException.class, 1);
        commit(store, update(Versioned.any(item(1, "c")), Versioned.any(item(2, "a")), Versioned.any(item(1, "b"))));
        assertThat(items(store)).containsExactly(item(1, "b"), item(2, "a"));
    }

    @Test
    void letsNullsBeInAUniqueIndexAsOftenAsTheyLike() {
        commit(store, insert(item(1, null), item(2, null)), update(Versioned.any(item(1, null))));

        assertThat(items(store)).hasSize(2);
    }

    @Test
    void namesStoreEntityAndKeyInAnError() {
        commit(store, insert(item(1, "a")));

        assertThatThrownBy(() -> commit(store, insert(item(2, "a"))))
                .isInstanceOfSatisfying(UniqueViolatedException.class, e -> {
                    assertThat(e.store()).contains("shop");
                    assertThat(e.entity()).contains("item");
                    assertThat(e.key()).contains(Key.of(2L));
                })
                .hasMessageContaining("'a'")
                .hasMessageContaining("(code)")
                .hasMessageContaining("'1'");
    }

    @Test
    void namesTheEntitiesThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> store.snapshot().size("itme"))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining("'itme'")
                .hasMessageContaining("'item'");
    }

    @Test
    void refusesEverythingAfterAWriteThatFailedAndLetsTheNextWriterIn() {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(insert(item(1, "a")));
            assertThatThrownBy(() -> transaction.apply(insert(item(1, "a")))).isInstanceOf(ExistsException.class);

            assertThatThrownBy(() -> transaction.get("item", Key.of(1L)))
                    .isInstanceOf(TransactionAbortedException.class)
                    .hasCauseInstanceOf(ExistsException.class);
            assertThatThrownBy(transaction::commit).isInstanceOf(TransactionAbortedException.class);
            commit(store, insert(item(2, "b")));
        }
        assertThat(items(store)).containsExactly(item(2, "b"));
    }

    @Test
    void refusesToWriteInAReadOnlyTransaction() {
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
            assertThatThrownBy(() -> transaction.apply(insert(item(1, "a")))).isInstanceOf(ReadOnlyException.class);
        }
    }

    private void assertRefused(Change change, Class<? extends StoreException> expected, long key) {
        var before = items(store);
        assertThatThrownBy(() -> commit(store, insert(item(50, "fifty")), change))
                .isInstanceOfSatisfying(expected, e -> assertThat(e.key()).contains(Key.of(key)));
        assertThat(items(store)).isEqualTo(before);
    }
}
