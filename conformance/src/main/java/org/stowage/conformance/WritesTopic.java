package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.MissingException;
import org.stowage.spi.error.StaleVersionException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Section 4: what each kind of write does, and when it refuses. */
abstract class WritesTopic extends Topic {

    private static final EntitySchema ITEM = EntitySchema.named("item")
            .required("id", ValueType.INT64)
            .optional("code", ValueType.TEXT)
            .optional("shelf", ValueType.INT64)
            .required("version", ValueType.INT64)
            .key("id")
            .version("version")
            .index(Index.unique("code", "shelf"))
            .build();

    private static final Row FIRST = item(1, "a", 1L, 1);
    private static final Row SECOND = item(2, "b", 1L, 1);

    private Store store;

    WritesTopic(ProviderHarness harness) {
        super(harness);
    }

    @BeforeEach
    void store() {
        store = openWith(ITEM);
        insert(store, ITEM, FIRST, SECOND);
    }

    @Test
    @Proves(Rule.INSERT)
    void insertsOnlyWhereNothingIs() {
        Row third = item(3, "c", 1L, 1);

        refuses(ExistsException.class, 1, insert(third, item(1, "x", 1L, 1)));
        refuses(ExistsException.class, 3, insert(third, item(3, "d", 1L, 1)));
        accepts(1, insert(third));
        holds(FIRST, SECOND, third);
    }

    @Test
    @Proves(Rule.UPDATE)
    void updatesOnlyWhatIsThere() {
        Row changed = item(1, "z", 9L, 2);

        refuses(
                MissingException.class,
                3,
                update(Change.Versioned.any(changed), Change.Versioned.any(item(3, "c", 1L, 1))));
        accepts(1, update(Change.Versioned.any(changed)));
        holds(changed, SECOND);
    }

    @Test
    @Proves(Rule.UPDATE)
    void updatesOnlyTheExpectedVersion() {
        Row changed = item(1, "z", 9L, 2);

        refuses(StaleVersionException.class, 1, update(expecting(changed, 7)));
        accepts(1, update(expecting(changed, 1)));
        refuses(StaleVersionException.class, 1, update(expecting(item(1, "y", 9L, 3), 1)));
        holds(changed, SECOND);
    }

    @Test
    @Proves(Rule.COUNTS)
    void countsRowsThatMatchedWhetherOrNotTheyChanged() {
        accepts(2, update(Change.Versioned.any(FIRST), Change.Versioned.any(SECOND)));
        accepts(2, save(Change.Versioned.any(FIRST), Change.Versioned.any(SECOND)));
        holds(FIRST, SECOND);
    }

    @Test
    @Proves(Rule.SAVE)
    void savesByKeyAlone() {
        Row changed = item(1, "z", 9L, 2);
        Row third = item(3, "c", 1L, 1);

        accepts(2, save(Change.Versioned.any(changed), Change.Versioned.any(third)));
        holds(changed, SECOND, third);
    }

    @Test
    @Proves(Rule.UNIQUE)
    void neverReplacesAnotherRowThatClashes() {
        refuses(UniqueViolatedException.class, null, save(Change.Versioned.any(item(2, "a", 1L, 1))));
        refuses(UniqueViolatedException.class, null, save(Change.Versioned.any(item(9, "a", 1L, 1))));
        refuses(UniqueViolatedException.class, null, update(Change.Versioned.any(item(2, "a", 1L, 1))));
        refuses(UniqueViolatedException.class, null, insert(item(9, "a", 1L, 1)));
        holds(FIRST, SECOND);
    }

    @Test
    @Proves(Rule.SAVE)
    void savesOnlyTheExpectedVersion() {
        refuses(StaleVersionException.class, 1, save(expecting(item(1, "z", 9L, 2), 7)));
        accepts(1, save(expecting(item(1, "z", 9L, 2), 1)));
        holds(item(1, "z", 9L, 2), SECOND);
    }

    @Test
    @Proves(Rule.KEY_TWICE)
    void keepsTheLastOfAKeyThatIsSavedTwice() {
        accepts(2, save(Change.Versioned.any(item(1, "x", 1L, 2)), Change.Versioned.any(item(1, "y", 1L, 3))));
        holds(item(1, "y", 1L, 3), SECOND);
    }

    @Test
    @Proves(Rule.BATCH)
    void writesABatchInItsOrder() {
        // The first gives up the values that the second takes; the other way round it would clash.
        accepts(2, update(Change.Versioned.any(item(1, "free", 1L, 2)), Change.Versioned.any(item(2, "a", 1L, 2))));
        holds(item(1, "free", 1L, 2), item(2, "a", 1L, 2));
        refuses(
                UniqueViolatedException.class,
                null,
                update(Change.Versioned.any(item(1, "a", 1L, 3)), Change.Versioned.any(item(2, "b", 1L, 3))));
        holds(item(1, "free", 1L, 2), item(2, "a", 1L, 2));
    }

    @Test
    @Proves(Rule.NULL_NEVER_CLASHES)
    void letsTuplesWithANullNeverClash() {
        Row[] more = {
            item(3, null, 1L, 1),
            item(4, null, 1L, 1),
            item(5, "a", null, 1),
            item(6, "a", null, 1),
            item(7, null, null, 1)
        };

        accepts(5, insert(more));
        assertThat(rows(store, ITEM)).hasSize(7);
        refuses(UniqueViolatedException.class, null, update(Change.Versioned.any(item(3, "a", 1L, 2))));
    }

    @Test
    @Proves(Rule.DELETE)
    void deletesWhatIsThereAndSaysHowMany() {
        Change lenient = delete(false, Change.Target.any(Key.of(1L)), Change.Target.any(Key.of(77L)));
        Change strict = delete(true, Change.Target.any(Key.of(1L)), Change.Target.any(Key.of(77L)));

        refuses(MissingException.class, 77, strict);
        holds(FIRST, SECOND);
        accepts(1, lenient);
        holds(SECOND);
        accepts(0, lenient);
    }

    @Test
    @Proves(Rule.DELETE)
    void deletesOnlyTheExpectedVersion() {
        Change stale = delete(false, new Change.Target(Key.of(1L), OptionalLong.of(7)));
        Change fitting = delete(true, new Change.Target(Key.of(1L), OptionalLong.of(1)));

        refuses(StaleVersionException.class, 1, stale);
        holds(FIRST, SECOND);
        accepts(1, fitting);
        holds(SECOND);
    }

    @Test
    @Proves(Rule.COUNTS)
    void countsAllThatATransactionWrote() {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(insert(item(3, "c", 1L, 1), item(4, "d", 1L, 1)));
            transaction.apply(update(Change.Versioned.any(FIRST)));
            transaction.apply(delete(false, Change.Target.any(Key.of(3L)), Change.Target.any(Key.of(77L))));
            assertThat(transaction.commit().rows()).isEqualTo(4);
        }
    }

    @Test
    @Proves(Rule.BATCH)
    void writesThousandsOfRowsInOneBatch() {
        Row[] many = new Row[5_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = item(1_000 + i, "many", (long) i, 1);
        }
        accepts(many.length, insert(many));
        assertThat(rows(store, ITEM)).hasSize(many.length + 2);
        // The very last of them is wrong, and all of them stay away.
        many[many.length - 1] = item(2, "new", 1L, 1);
        for (int i = 0; i < many.length - 1; i++) {
            many[i] = item(10_000 + i, "more", (long) i, 1);
        }
        refuses(ExistsException.class, 2, insert(many));
        assertThat(rows(store, ITEM)).hasSize(many.length + 2);
    }

    private void accepts(long count, Change change) {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            assertThat(transaction.apply(change).rows())
                    .as("rows that %s concerned", change.getClass().getSimpleName())
                    .isEqualTo(count);
            transaction.commit();
        }
    }

    /** Sees a change refused, and the rows as they were after the rollback. */
    private void refuses(Class<? extends StoreException> error, @Nullable Integer key, Change change) {
        List<Row> before = rows(store, ITEM);
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            assertThatThrownBy(() -> transaction.apply(change))
                    .isInstanceOf(error)
                    .asInstanceOf(InstanceOfAssertFactories.type(StoreException.class))
                    .satisfies(thrown -> assertThat(thrown.entity()).contains("item"))
                    .satisfies(thrown -> assertThat(thrown.store()).contains("conformance"))
                    .satisfies(thrown -> assertThat(
                                    key == null || thrown.key().equals(Optional.of(Key.of(key.longValue()))))
                            .as("%s names the row with key %s", thrown, key)
                            .isTrue());
        }
        assertThat(rows(store, ITEM)).as("rows after %s", error.getSimpleName()).isEqualTo(before);
    }

    private void holds(Row... expected) {
        assertThat(rows(store, ITEM)).containsExactly(expected);
    }

    private static Row item(long id, @Nullable String code, @Nullable Long shelf, long version) {
        return Row.of(id, code, shelf, version);
    }

    private static Change insert(Row... rows) {
        return new Change.Insert("item", List.of(rows));
    }

    private static Change update(Change.Versioned... rows) {
        return new Change.Update("item", List.of(rows));
    }

    private static Change save(Change.Versioned... rows) {
        return new Change.Save("item", List.of(rows));
    }

    private static Change delete(boolean required, Change.Target... targets) {
        return new Change.Delete("item", List.of(targets), required);
    }

    private static Change.Versioned expecting(Row row, long version) {
        return new Change.Versioned(row, OptionalLong.of(version));
    }
}
