package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities.Concurrency;
import org.stowage.spi.CompletedScan;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.ReadOnlyException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.OpenStore;
import org.stowage.store.RowStream;
import org.stowage.store.StoreTransaction;

/** Section 5: what transactions see of each other, and how they end. */
abstract class TransactionsTopic extends Topic {

    private static final Duration SHORT = Duration.ofMillis(20);

    private static final EntitySchema ENTRY = EntitySchema.named("entry")
            .required("id", ValueType.INT64)
            .required("amount", ValueType.INT64)
            .key("id")
            .index(Index.on("amount"))
            .build();

    private static final EntitySchema OTHER = EntitySchema.named("other")
            .required("id", ValueType.INT64)
            .key("id")
            .build();

    private static final Row FIRST = Row.of(1L, 10L);
    private static final Row SECOND = Row.of(2L, 20L);
    private static final Row THIRD = Row.of(3L, 30L);

    private Store store;

    TransactionsTopic(ProviderHarness harness) {
        super(harness);
    }

    @BeforeEach
    void store() {
        store = openWith(ENTRY);
        insert(store, ENTRY, FIRST, SECOND);
    }

    @Test
    @Proves(Rule.OWN_WRITES)
    void seesItsOwnWrites() {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(new Change.Insert("entry", List.of(THIRD)));
            assertThat(transaction.get("entry", Key.of(3L))).contains(THIRD);
            assertThat(rows(transaction, ENTRY)).containsExactly(FIRST, SECOND, THIRD);
            transaction.apply(new Change.Update("entry", List.of(Change.Versioned.any(Row.of(1L, 11L)))));
            transaction.apply(new Change.Delete("entry", List.of(Change.Target.any(Key.of(2L))), true));
            assertThat(rows(transaction, ENTRY)).containsExactly(Row.of(1L, 11L), THIRD);
            assertThat(transaction.get("entry", Key.of(2L))).isEmpty();
        }
    }

    @Test
    @Proves(Rule.COMMIT_TELLS_THE_TRUTH)
    void keepsWhatWasCommitted() {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(new Change.Insert("entry", List.of(THIRD)));
            transaction.commit();
        }
        assertThat(rows(store, ENTRY)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    @Proves(Rule.ROLLBACK)
    void leavesNothingWithoutACommit() {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(new Change.Insert("entry", List.of(THIRD)));
            transaction.apply(new Change.Delete("entry", List.of(Change.Target.any(Key.of(1L))), true));
        }
        assertThat(rows(store, ENTRY)).containsExactly(FIRST, SECOND);
    }

    @Test
    @Proves(Rule.BATCH)
    void leavesNothingOfABatchThatFailed() {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            assertThatThrownBy(() -> transaction.apply(new Change.Insert("entry", List.of(THIRD, FIRST))))
                    .isInstanceOf(ExistsException.class);
        }
        assertThat(rows(store, ENTRY)).containsExactly(FIRST, SECOND);
    }

    @Test
    @Proves(Rule.NOTHING_UNCOMMITTED)
    void hidesWhatIsNotCommitted() {
        if (capabilities().concurrency() == Concurrency.SERIAL) {
            return; // Nobody is there who could look.
        }
        try (Transaction writer = store.begin(Access.READ_WRITE, PATIENCE)) {
            writer.apply(new Change.Insert("entry", List.of(THIRD)));
            writer.apply(new Change.Update("entry", List.of(Change.Versioned.any(Row.of(1L, 11L)))));

            assertThat(Elsewhere.call(() -> rows(store, ENTRY))).containsExactly(FIRST, SECOND);
            writer.commit();
        }
        assertThat(rows(store, ENTRY)).containsExactly(Row.of(1L, 11L), SECOND, THIRD);
    }

    @Test
    @Proves(Rule.SNAPSHOT)
    void fixesTheSnapshotOfAReaderWhenItBegins() {
        if (capabilities().concurrency() == Concurrency.SERIAL) {
            return; // Nobody writes while somebody reads.
        }
        try (Transaction reader = store.begin(Access.READ_ONLY, PATIENCE)) {
            Elsewhere.call(() -> {
                write(store, new Change.Insert("entry", List.of(THIRD)));
                return true;
            });

            assertThat(rows(reader, ENTRY)).containsExactly(FIRST, SECOND);
            Elsewhere.call(() -> {
                write(store, new Change.Delete("entry", List.of(Change.Target.any(Key.of(1L))), true));
                return true;
            });
            assertThat(rows(reader, ENTRY)).containsExactly(FIRST, SECOND);
            assertThat(reader.get("entry", Key.of(1L))).contains(FIRST);
            assertThat(reader.get("entry", Key.of(3L))).isEmpty();
        }
        assertThat(rows(store, ENTRY)).containsExactly(SECOND, THIRD);
    }

    @Test
    @Proves(Rule.OPEN_RESULT)
    void doesNotChangeAnOpenResultWhenTheTransactionWrites() {
        for (Question question : List.of(
                Question.sorted("entry"),
                Question.sorted("entry", Sort.ascending(Expression.Path.of("amount", ValueType.INT64))))) {
            ScanRequest request = question.request(ENTRY);
            try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE);
                    Scan scan = CompletedScan.of(transaction.scan(request), request, ENTRY)) {
                assertThat(scan.next()).isEqualTo(FIRST);
                transaction.apply(new Change.Insert("entry", List.of(Row.of(5L, 25L), Row.of(0L, 5L))));
                transaction.apply(new Change.Update("entry", List.of(Change.Versioned.any(Row.of(2L, 99L)))));
                assertThat(scan.next()).isEqualTo(SECOND);
                assertThat(scan.next()).isNull();
            }
        }
    }

    @Test
    @Proves(Rule.ROWS_ARE_COPIES)
    void changesNoRowThatItHasHandedOut() {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            Row got = transaction.get("entry", Key.of(1L)).orElseThrow();
            List<Row> found = rows(transaction, ENTRY);
            transaction.apply(new Change.Update("entry", List.of(Change.Versioned.any(Row.of(1L, 11L)))));
            transaction.apply(new Change.Save("entry", List.of(Change.Versioned.any(Row.of(2L, 22L)))));
            rows(transaction, ENTRY);
            assertThat(got).isEqualTo(FIRST);
            assertThat(found).containsExactly(FIRST, SECOND);
            transaction.commit();
            assertThat(got).isEqualTo(FIRST);
        }
    }

    @Test
    @Proves(Rule.SHAPE_CHANGE_IS_ATOMIC)
    void clashesWithAChangeOfShapeBesideIt() {
        store.close();
        try (OpenStore guarded = openGuarded(OTHER)) {
            if (capabilities().concurrency() == Concurrency.SERIAL) {
                return; // Nobody changes a shape while there is a transaction.
            }
            try (StoreTransaction transaction = guarded.begin(Access.READ_ONLY)) {
                Elsewhere.call(() -> guarded.evolve(
                        List.of(new SchemaChange.AddField("other", Field.optional("note", ValueType.TEXT), null))));
                assertThatThrownBy(() -> transaction.get("other", Key.of(1L))).isInstanceOf(ConflictException.class);
            }
            assertThat(guarded.requireSchema("other").fields()).hasSize(2);
        }
    }

    @Test
    @Proves(Rule.OPEN_RESULT)
    void readsSeveralResultsSideBySide() {
        ScanRequest request = Question.sorted("entry").request(ENTRY);
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE);
                Scan one = CompletedScan.of(transaction.scan(request), request, ENTRY);
                Scan other = CompletedScan.of(transaction.scan(request), request, ENTRY)) {
            assertThat(one.next()).isEqualTo(FIRST);
            assertThat(other.next()).isEqualTo(FIRST);
            assertThat(one.next()).isEqualTo(SECOND);
            assertThat(transaction.get("entry", Key.of(1L))).contains(FIRST);
            assertThat(other.next()).isEqualTo(SECOND);
            assertThat(one.next()).isNull();
            assertThat(other.next()).isNull();
        }
    }

    @Test
    @Proves({Rule.PATIENCE, Rule.SERIALIZABLE})
    void letsAWriterWaitForAnotherAndThenSeeWhatItWrote() {
        if (capabilities().concurrency() == Concurrency.MANY_WRITERS) {
            return; // They do not wait: the topic Concurrency has them.
        }
        Transaction first = store.begin(Access.READ_WRITE, PATIENCE);
        assertThatThrownBy(() -> Elsewhere.call(() -> {
                    store.begin(Access.READ_WRITE, SHORT).close();
                    return true;
                }))
                .isInstanceOf(StoreTimeoutException.class);
        first.apply(new Change.Insert("entry", List.of(THIRD)));
        first.commit();
        first.close();
        List<Row> seen = Elsewhere.call(() -> {
            try (Transaction second = store.begin(Access.READ_WRITE, SHORT)) {
                return rows(second, ENTRY);
            }
        });
        assertThat(seen).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    @Proves(Rule.INTERRUPT)
    void endsTheWaitOfAThreadThatIsInterrupted() {
        if (capabilities().concurrency() == Concurrency.MANY_WRITERS) {
            return; // There is nothing to wait for.
        }
        try (Transaction writer = store.begin(Access.READ_WRITE, PATIENCE)) {
            writer.apply(new Change.Insert("entry", List.of(THIRD)));
            assertThatThrownBy(() -> Elsewhere.call(() -> {
                        Thread.currentThread().interrupt();
                        store.begin(Access.READ_WRITE, PATIENCE).close();
                        return true;
                    }))
                    .isInstanceOf(CancelledException.class);
            writer.commit();
        }
        assertThat(rows(store, ENTRY)).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    @Proves(Rule.INTERRUPT)
    void isNotHarmedByInterruptedThreads() {
        for (long id = 10; id < 20; id++) {
            Row row = Row.of(id, 0L);
            boolean committed = Elsewhere.call(() -> {
                try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
                    Thread.currentThread().interrupt();
                    transaction.apply(new Change.Insert("entry", List.of(row)));
                    assertThat(rows(transaction, ENTRY)).contains(row);
                    transaction.commit();
                    return true;
                } catch (CancelledException e) {
                    return false;
                }
            });
            assertThat(rows(store, ENTRY).contains(row))
                    .as("row %s after its commit", row)
                    .isEqualTo(committed);
        }
        insert(store, ENTRY, THIRD);
        assertThat(rows(reopened(store), ENTRY)).contains(FIRST, SECOND, THIRD);
    }

    @Test
    @Proves(Rule.ABORTED)
    void onlyRollsBackOnceAnOperationHasFailed() {
        store.close();
        try (OpenStore guarded = openGuarded(OTHER)) {
            StoreTransaction transaction = guarded.begin(Access.READ_WRITE);
            transaction.apply(new Change.Insert("other", List.of(Row.of(1L))));
            assertThatThrownBy(() -> transaction.apply(new Change.Insert("other", List.of(Row.of(1L)))))
                    .isInstanceOf(ExistsException.class);
            assertThatThrownBy(() -> transaction.get("other", Key.of(1L)))
                    .isInstanceOf(TransactionAbortedException.class)
                    .hasCauseInstanceOf(ExistsException.class);
            assertThatThrownBy(transaction::commit).isInstanceOf(TransactionAbortedException.class);
            transaction.close();
            assertThat(stored(guarded, "other", Key.of(1L))).isEmpty();
        }
    }

    @Test
    @Proves(Rule.ONE_THREAD)
    void belongsToItsThreadAndEndsOnce() {
        store.close();
        try (OpenStore guarded = openGuarded(OTHER)) {
            StoreTransaction transaction = guarded.begin(Access.READ_WRITE);
            RowStream rows = transaction.scan(Question.sorted("other").request(OTHER));
            assertThatThrownBy(() -> Elsewhere.call(() -> transaction.get("other", Key.of(1L))))
                    .isInstanceOf(IllegalStateException.class);
            transaction.commit();
            assertThatThrownBy(transaction::commit).isInstanceOf(StoreClosedException.class);
            assertThatThrownBy(rows::next).isInstanceOf(StoreClosedException.class);
            transaction.close();
            transaction.close();
        }
    }

    @Test
    @Proves(Rule.ERRORS)
    void refusesToWriteWhereOnlyReadingIsAllowed() {
        store.close();
        try (OpenStore guarded = openGuarded(OTHER);
                StoreTransaction transaction = guarded.begin(Access.READ_ONLY)) {
            assertThatThrownBy(() -> transaction.apply(new Change.Insert("other", List.of(Row.of(1L)))))
                    .isInstanceOf(ReadOnlyException.class);
        }
    }

    @Test
    @Proves(Rule.CLOSED)
    void endsWithItsStore() {
        Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE);
        transaction.apply(new Change.Insert("entry", List.of(THIRD)));
        store.close();
        transaction.close();
        if (lasting()) {
            assertThat(rows(open(), ENTRY)).containsExactly(FIRST, SECOND);
        }
    }
}
