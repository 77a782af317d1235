package org.stowage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.spi.Access;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.Unwrapping;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.ReadOnlyException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreFullException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class TransactionsTest {

    private static final EntitySchema ITEM = EntitySchema.named("Item")
            .required("id", ValueType.INT64)
            .required("stock", ValueType.INT64)
            .key("id")
            .build();
    private static final ScanRequest ALL = ScanRequest.all(Query.of(ITEM, Condition.ALWAYS, List.of()));

    @TempDir
    Path folder;

    private Store store;
    private ExecutorService threads;

    @BeforeEach
    void open() {
        store = SqliteStores.openWith(folder.resolve("a.db"), ITEM);
        threads = Executors.newCachedThreadPool();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        store.close();
    }

    @Test
    void aReaderSeesTheMomentWhenItBegan() {
        SqliteStores.insert(store, "Item", Row.of(1L, 1L));
        try (Transaction before = SqliteStores.reading(store)) {
            SqliteStores.insert(store, "Item", Row.of(2L, 2L));
            assertThat(SqliteStores.rows(before, ALL)).containsExactly(Row.of(1L, 1L));
            try (Transaction after = SqliteStores.reading(store)) {
                assertThat(SqliteStores.rows(after, ALL)).hasSize(2);
            }
            assertThat(before.get("Item", Key.of(2L))).isEmpty();
            SqliteStores.insert(store, "Item", Row.of(3L, 3L));
            assertThat(SqliteStores.rows(before, ALL)).containsExactly(Row.of(1L, 1L));
            assertThat(((RowCounter) before).count(ALL)).hasValue(1);
        }
    }

    @Test
    void aReaderThatAsksManyDifferentThingsStillSeesTheMomentWhenItBegan() {
        SqliteStores.insert(store, "Item", Row.of(1L, 1L));
        try (Transaction reader = SqliteStores.reading(store)) {
            SqliteStores.insert(store, "Item", Row.of(2L, 2L));
            for (int i = 0; i < 400; i++) {
                List<Expression> options = new ArrayList<>();
                for (long value = 0; value <= i % 60; value++) {
                    options.add(new Expression.Literal(value, ValueType.INT64));
                }
                Expression stock = Expression.Path.of("stock", ValueType.INT64);
                Condition condition = new Condition.In(stock, options);
                for (int not = 0; not < i / 60; not++) {
                    condition = new Condition.And(List.of(condition, new Condition.Not(new Condition.IsNull(stock))));
                }
                assertThat(SqliteStores.rows(reader, ScanRequest.all(Query.of(ITEM, condition, List.of()))))
                        .doesNotContain(Row.of(2L, 2L));
            }
            assertThat(SqliteStores.rows(reader, ALL)).containsExactly(Row.of(1L, 1L));
        }
    }

    @Test
    void readersDoNotWaitForTheWriterAndDoNotSeeItsWork() {
        try (Transaction writer = SqliteStores.writing(store)) {
            writer.apply(new Change.Insert("Item", List.of(Row.of(1L, 1L))));
            assertThat(SqliteStores.rows(store, ALL)).isEmpty();
            assertThat(SqliteStores.rows(writer, ALL)).hasSize(1);
            writer.commit();
        }
        assertThat(SqliteStores.rows(store, ALL)).hasSize(1);
    }

    @Test
    void whatIsNotCommittedIsGone() {
        try (Transaction writer = SqliteStores.writing(store)) {
            writer.apply(new Change.Insert("Item", List.of(Row.of(1L, 1L))));
        }
        assertThat(SqliteStores.rows(store, ALL)).isEmpty();
    }

    @Test
    void anOpenResultDoesNotChangeWhileItsTransactionWrites() {
        List<Row> rows = new ArrayList<>();
        for (long i = 0; i < 100; i++) {
            rows.add(Row.of(i, i));
        }
        SqliteStores.write(store, new Change.Insert("Item", rows));
        try (Transaction writer = SqliteStores.writing(store);
                Scan scan = writer.scan(ALL)) {
            List<Row> seen = new ArrayList<>();
            seen.add(scan.next());
            writer.apply(new Change.Insert("Item", List.of(Row.of(1_000L, 0L))));
            seen.add(scan.next());
            writer.apply(new Change.Delete("Item", List.of(Change.Target.any(Key.of(50L))), true));
            for (Row row = scan.next(); row != null; row = scan.next()) {
                seen.add(row);
            }
            assertThat(seen).isEqualTo(rows);
            assertThat(SqliteStores.rows(writer, ALL)).hasSize(100).contains(Row.of(1_000L, 0L));
        }
    }

    @Test
    void twoScansOfTheSameQueryAreReadInTurn() {
        SqliteStores.insert(store, "Item", Row.of(1L, 1L), Row.of(2L, 2L));
        try (Transaction reader = SqliteStores.reading(store);
                Scan first = reader.scan(ALL);
                Scan second = reader.scan(ALL)) {
            assertThat(first.next()).isEqualTo(Row.of(1L, 1L));
            assertThat(second.next()).isEqualTo(Row.of(1L, 1L));
            assertThat(first.next()).isEqualTo(Row.of(2L, 2L));
            assertThat(second.next()).isEqualTo(Row.of(2L, 2L));
            assertThat(first.next()).isNull();
            assertThat(first.next()).isNull();
            assertThat(second.next()).isNull();
        }
    }

    @Test
    void aFailedChangeLeavesNothingToCommit() {
        try (Transaction writer = SqliteStores.writing(store)) {
            writer.apply(new Change.Insert("Item", List.of(Row.of(1L, 1L))));
            assertThatThrownBy(() -> writer.apply(
                            new Change.Insert("Item", List.of(Row.of(2L, 2L), Row.of(1L, 1L), Row.of(3L, 3L)))))
                    .isInstanceOf(ExistsException.class);
            assertThatThrownBy(writer::commit).isInstanceOf(TransactionAbortedException.class);
        }
        assertThat(SqliteStores.rows(store, ALL)).isEmpty();
        SqliteStores.insert(store, "Item", Row.of(1L, 1L));
    }

    @Test
    void aReaderCannotWrite() {
        try (Transaction reader = SqliteStores.reading(store)) {
            assertThatThrownBy(() -> reader.apply(new Change.Insert("Item", List.of(Row.of(1L, 1L)))))
                    .isInstanceOf(ReadOnlyException.class);
        }
    }

    @Test
    void waitingForAnotherWriterEndsWithPatience() {
        try (Transaction writer = SqliteStores.writing(store)) {
            assertThatThrownBy(() -> store.begin(Access.READ_WRITE, Duration.ofMillis(50)))
                    .isInstanceOf(StoreTimeoutException.class)
                    .hasMessageContaining("'shop'");
            writer.apply(new Change.Insert("Item", List.of(Row.of(1L, 1L))));
            writer.commit();
        }
        assertThat(SqliteStores.rows(store, ALL)).hasSize(1);
    }

    @Test
    void waitingForAnotherProcessEndsWithPatienceAndHarmsNothing() throws Exception {
        try (Connection shell = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.db"));
                Statement statement = shell.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> store.begin(Access.READ_WRITE, Duration.ofMillis(50)))
                    .isInstanceOf(StoreTimeoutException.class);
            assertThat(SqliteStores.rows(store, ALL)).isEmpty();
            statement.execute("ROLLBACK");
        }
        SqliteStores.insert(store, "Item", Row.of(1L, 1L));
    }

    @Test
    void interruptingAWaitingThreadEndsItsWaitAndHarmsNothing() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> status = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        try (Transaction writer = SqliteStores.writing(store)) {
            Thread waiting = new Thread(() -> {
                started.countDown();
                try {
                    SqliteStores.writing(store).close();
                } catch (CancelledException failure) {
                    thrown.set(failure);
                    status.set(Thread.currentThread().isInterrupted());
                }
            });
            waiting.start();
            started.await();
            waiting.interrupt();
            waiting.join();
            writer.apply(new Change.Insert("Item", List.of(Row.of(1L, 1L))));
            writer.commit();
        }
        assertThat(thrown.get()).isInstanceOf(CancelledException.class);
        assertThat(status.get()).isTrue();
        assertThat(SqliteStores.rows(store, ALL)).hasSize(1);
    }

    @Test
    void aThreadThatIsInterruptedMayGoOnReadingWritingAndCommitting() {
        try (Transaction writer = SqliteStores.writing(store)) {
            Thread.currentThread().interrupt();
            writer.apply(new Change.Insert("Item", List.of(Row.of(1L, 1L))));
            assertThat(SqliteStores.rows(writer, ALL)).hasSize(1);
            writer.commit();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(SqliteStores.rows(store, ALL)).hasSize(1);
    }

    @Test
    void writersOfManyThreadsLoseNothingAndReadersSeeWholeCommits() throws Exception {
        SqliteStores.insert(store, "Item", Row.of(1L, 0L), Row.of(2L, 0L));
        int writers = 4;
        int rounds = 25;
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            work.add(threads.submit(() -> {
                for (int round = 0; round < rounds; round++) {
                    try (Transaction transaction = SqliteStores.writing(store)) {
                        for (long id = 1; id <= 2; id++) {
                            long stock = (long) transaction
                                    .get("Item", Key.of(id))
                                    .orElseThrow()
                                    .get(1);
                            transaction.apply(
                                    new Change.Update("Item", List.of(Change.Versioned.any(Row.of(id, stock + 1)))));
                        }
                        transaction.commit();
                    }
                }
            }));
            work.add(threads.submit(() -> {
                for (int round = 0; round < rounds; round++) {
                    try (Transaction transaction = SqliteStores.reading(store)) {
                        Object first = transaction
                                .get("Item", Key.of(1L))
                                .orElseThrow()
                                .get(1);
                        assertThat(transaction
                                        .get("Item", Key.of(2L))
                                        .orElseThrow()
                                        .get(1))
                                .isEqualTo(first);
                    }
                }
            }));
        }
        for (Future<?> one : work) {
            one.get();
        }
        long expected = (long) writers * rounds;
        assertThat(SqliteStores.rows(store, ALL)).containsExactly(Row.of(1L, expected), Row.of(2L, expected));
    }

    @Test
    void aFullMediumIsReportedAndChangesNothing() throws Exception {
        SqliteStores.insert(store, "Item", Row.of(0L, 0L));
        List<Row> rows = new ArrayList<>();
        for (long i = 1; i < 20_000; i++) {
            rows.add(Row.of(i, i));
        }
        limitPages("PRAGMA max_page_count = 10");
        assertThatThrownBy(() -> SqliteStores.write(store, new Change.Insert("Item", rows)))
                .isInstanceOf(StoreFullException.class)
                .hasMessageContaining("'shop'");
        assertThat(SqliteStores.rows(store, ALL)).containsExactly(Row.of(0L, 0L));
        limitPages("PRAGMA max_page_count = 100000");
        assertThat(SqliteStores.write(store, new Change.Insert("Item", rows)).rows())
                .isEqualTo(rows.size());
    }

    private void limitPages(String pragma) throws Exception {
        try (Transaction writer = SqliteStores.writing(store);
                Statement statement = ((Unwrapping) writer)
                        .unwrap(Connection.class)
                        .orElseThrow()
                        .createStatement()) {
            statement.execute(pragma);
        }
    }

    @Test
    void closingTheStoreRollsBackWhatIsOpen() {
        Transaction writer = SqliteStores.writing(store);
        writer.apply(new Change.Insert("Item", List.of(Row.of(1L, 1L))));
        Transaction reader = SqliteStores.reading(store);
        Scan scan = reader.scan(ALL);
        store.close();
        assertThatThrownBy(() -> writer.get("Item", Key.of(1L))).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(writer::commit).isInstanceOf(StoreClosedException.class);
        scan.close();
        reader.close();
        writer.close();
        try (Store again = SqliteStores.open(folder.resolve("a.db"))) {
            assertThat(SqliteStores.rows(again, ALL)).isEmpty();
        }
    }

    @Test
    void manyReadersAtOnceGetConnectionsOfTheirOwn() {
        List<Transaction> readers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            readers.add(SqliteStores.reading(store));
        }
        SqliteStores.insert(store, "Item", Row.of(1L, 1L));
        readers.forEach(reader -> assertThat(SqliteStores.rows(reader, ALL)).isEmpty());
        readers.forEach(Transaction::close);
        assertThat(SqliteStores.rows(store, ALL)).hasSize(1);
    }
}
