package org.stowage.spi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.engine.Shops.PATIENCE;
import static org.stowage.spi.engine.Shops.all;
import static org.stowage.spi.engine.Shops.commit;
import static org.stowage.spi.engine.Shops.delete;
import static org.stowage.spi.engine.Shops.insert;
import static org.stowage.spi.engine.Shops.item;
import static org.stowage.spi.engine.Shops.items;
import static org.stowage.spi.engine.Shops.rest;
import static org.stowage.spi.engine.Shops.update;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change.Versioned;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class IsolationTest {

    private final Engine store = Shops.empty().open();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        store.close();
        threads.shutdownNow();
    }

    @Test
    void seesItsOwnWritesAndNobodyElseDoesBeforeTheCommit() {
        try (Transaction writer = store.begin(Access.READ_WRITE, PATIENCE)) {
            writer.apply(insert(item(1, "a")));

            assertThat(writer.get("item", Key.of(1L))).contains(item(1, "a"));
            assertThat(items(writer)).containsExactly(item(1, "a"));
            assertThat(items(store)).isEmpty();
            writer.commit();
        }
        assertThat(items(store)).containsExactly(item(1, "a"));
    }

    @Test
    void readsTheStateAtTheBeginningToTheEnd() {
        commit(store, insert(item(1, "a")));
        try (Transaction reader = store.begin(Access.READ_ONLY, PATIENCE)) {
            commit(store, insert(item(2, "b")), delete(1));

            assertThat(items(reader)).containsExactly(item(1, "a"));
            assertThat(reader.get("item", Key.of(2L))).isEmpty();
        }
    }

    @Test
    void leavesNothingWhenItIsClosedWithoutACommit() {
        commit(store, insert(item(1, "a")));
        try (Transaction writer = store.begin(Access.READ_WRITE, PATIENCE)) {
            writer.apply(delete(1));
            writer.apply(insert(item(2, "b")));
        }
        assertThat(items(store)).containsExactly(item(1, "a"));
    }

    @Test
    void keepsAnOpenScanAsItWasWhileTheTransactionWrites() {
        Random random = Seeds.random("IsolationTest");
        try (Transaction writer = store.begin(Access.READ_WRITE, PATIENCE)) {
            List<Scan> scans = new ArrayList<>();
            List<List<Row>> expected = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                expected.add(items(writer));
                scans.add(writer.scan(all()));
                for (int write = 0; write < 50; write++) {
                    long id = random.nextInt(1_000);
                    writer.apply(
                            random.nextInt(3) == 0
                                    ? delete(id)
                                    : Shops.save(Versioned.any(item(id, null, random.nextInt(9), i))));
                }
            }
            for (int i = 0; i < scans.size(); i++) {
                assertThat(rest(scans.get(i))).isEqualTo(expected.get(i));
            }
        }
    }

    @Test
    void endsItsScansWithIt() {
        commit(store, insert(item(1, "a")));
        Transaction reader = store.begin(Access.READ_ONLY, PATIENCE);
        Scan scan = reader.scan(all());
        reader.close();

        assertThatThrownBy(scan::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhoKeepsAWriterWaitingAndForHowLong() {
        try (Transaction holder = store.begin(Access.READ_WRITE, PATIENCE)) {
            Thread.currentThread().setName("the-holder");
            Future<?> waiting = threads.submit(() -> store.begin(Access.READ_WRITE, Duration.ofMillis(5)));

            assertThatThrownBy(waiting::get)
                    .cause()
                    .isInstanceOf(StoreTimeoutException.class)
                    .hasMessageContaining("'shop'")
                    .hasMessageContaining("'the-holder'")
                    .hasMessageMatching(".*waited \\d+ ms.*");
            assertThatThrownBy(() -> store.begin(Access.READ_WRITE, Duration.ofMillis(1)))
                    .hasMessageContaining("this very thread");
            holder.commit();
        }
        commit(store, insert(item(1, "a")));
    }

    @Test
    void endsTheWaitOfAnInterruptedThreadAndKeepsItsStatus() throws Exception {
        Transaction holder = store.begin(Access.READ_WRITE, PATIENCE);
        CountDownLatch started = new CountDownLatch(1);
        Thread[] waiter = new Thread[1];
        Future<Boolean> interrupted = threads.submit(() -> {
            waiter[0] = Thread.currentThread();
            started.countDown();
            assertThatThrownBy(() -> store.begin(Access.READ_WRITE, PATIENCE)).isInstanceOf(CancelledException.class);
            return Thread.interrupted();
        });
        started.await();
        waiter[0].interrupt();

        assertThat(interrupted.get()).isTrue();
        holder.close();
        commit(store, insert(item(1, "a")));
    }

    @Test
    void rollsBackWhatIsOpenWhenTheStoreIsClosedAndSendsWaitersAway() throws Exception {
        Transaction writer = store.begin(Access.READ_WRITE, PATIENCE);
        Transaction reader = store.begin(Access.READ_ONLY, PATIENCE);
        Scan scan = reader.scan(all());
        writer.apply(insert(item(1, "a")));
        CountDownLatch started = new CountDownLatch(2);
        Callable<Void> waiting = () -> {
            started.countDown();
            assertThatThrownBy(() -> store.begin(Access.READ_WRITE, Duration.ofMinutes(5)))
                    .isInstanceOf(StoreClosedException.class);
            return null;
        };
        List<Future<Void>> waiters = List.of(threads.submit(waiting), threads.submit(waiting));
        started.await();

        store.close();
        store.close();

        for (Future<Void> waiter : waiters) {
            waiter.get();
        }
        assertThatThrownBy(writer::commit).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(() -> reader.get("item", Key.of(1L))).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(scan::next).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(store::schemas).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(() -> store.begin(Access.READ_ONLY, PATIENCE)).isInstanceOf(StoreClosedException.class);
        writer.close();
        reader.close();
        assertThat(store.snapshot().size("item")).isZero();
    }

    @Test
    void showsReadersConsistentSumsWhileWritersMoveAmounts() throws Exception {
        int count = 200;
        for (long id = 0; id < count; id++) {
            commit(store, insert(item(id, null, 100, 0)));
        }
        AtomicBoolean done = new AtomicBoolean();
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(threads.submit(() -> {
                while (!done.get()) {
                    long sum = 0;
                    for (Row row : items(store)) {
                        sum += (Long) row.get(2);
                    }
                    assertThat(sum).isEqualTo(100L * count);
                }
            }));
        }
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Random random = Seeds.random("IsolationTest");
            writers.add(threads.submit(() -> {
                for (int move = 0; move < 2_000; move++) {
                    move(random.nextInt(count), random.nextInt(count), random.nextInt(10));
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        done.set(true);
        for (Future<?> reader : readers) {
            reader.get();
        }
    }

    private void move(long from, long to, long amount) {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            add(transaction, from, -amount);
            add(transaction, to, amount);
            transaction.commit();
        }
    }

    private static void add(Transaction transaction, long id, long amount) {
        Row row = transaction.get("item", Key.of(id)).orElseThrow();
        transaction.apply(update(Versioned.any(row.with(2, (Long) row.get(2) + amount))));
    }
}
