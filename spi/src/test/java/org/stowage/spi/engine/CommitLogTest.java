package org.stowage.spi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.engine.Shops.ITEM;
import static org.stowage.spi.engine.Shops.PATIENCE;
import static org.stowage.spi.engine.Shops.commit;
import static org.stowage.spi.engine.Shops.delete;
import static org.stowage.spi.engine.Shops.insert;
import static org.stowage.spi.engine.Shops.item;
import static org.stowage.spi.engine.Shops.items;
import static org.stowage.spi.engine.Shops.save;
import static org.stowage.spi.engine.Shops.update;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stowage.spi.Access;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change.Versioned;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.StoreFullException;
import org.stowage.spi.error.StoreUnavailableException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CommitLogTest {

    /** Keeps what it is told, and flushes, or fails, when a test says so. */
    private static class KeptLog implements CommitLog {
        final List<Commit> commits = new ArrayList<>();
        boolean closed;

        @Override
        public Receipt append(Commit commit) {
            commits.add(commit);
            return Receipt.DURABLE;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void isToldTheNetEffectOfATransaction() {
        KeptLog log = new KeptLog();
        try (Engine store = Shops.empty().open(log)) {
            commit(store, insert(item(1, "a"), item(2, "b")));
            commit(
                    store,
                    insert(item(3, "c")),
                    update(Versioned.any(item(1, "a2"))),
                    save(Versioned.any(item(1, "a3"))),
                    delete(2, 3));

            assertThat(log.commits).hasSize(2);
            Commit second = log.commits.get(1);
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.rowChanges())
                    .containsExactly(new Commit.RowChanges(ITEM, List.of(item(1, "a3")), List.of(Key.of(2L))));
        }
        assertThat(log.closed).isTrue();
    }

    @Test
    void isNotAskedWhenNothingChanged() {
        KeptLog log = new KeptLog();
        try (Engine store = Shops.empty().open(log)) {
            commit(store);
            commit(store, delete(1));
            commit(store, insert(item(1, "a")), delete(1));

            assertThat(log.commits).isEmpty();
            assertThat(store.snapshot().number()).isZero();
        }
    }

    @Test
    void rollsBackWhatCannotBeAppendedAndGoesOn() {
        KeptLog log = new KeptLog() {
            @Override
            public Receipt append(Commit commit) {
                if (commits.size() == 1) {
                    commits.clear();
                    throw new StoreFullException(ErrorContext.of("shop"), "full");
                }
                return super.append(commit);
            }
        };
        try (Engine store = Shops.empty().open(log)) {
            commit(store, insert(item(1, "a")));
            assertThatThrownBy(() -> commit(store, insert(item(2, "b")))).isInstanceOf(StoreFullException.class);
            assertThat(items(store)).containsExactly(item(1, "a"));

            commit(store, insert(item(3, "b")));
            assertThat(items(store)).containsExactly(item(1, "a"), item(3, "b"));
            assertThat(log.commits).extracting(Commit::number).containsExactly(2L);
        }
    }

    @Test
    void hidesACommitUntilItIsDurableAndLetsTheNextWriterBuildOnIt() throws Exception {
        CountDownLatch flushed = new CountDownLatch(1);
        AtomicInteger appended = new AtomicInteger();
        CountDownLatch bothAppended = new CountDownLatch(2);
        CommitLog log = new KeptLog() {
            @Override
            public Receipt append(Commit commit) {
                appended.incrementAndGet();
                bothAppended.countDown();
                return () -> awaitUninterrupted(flushed);
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Engine store = Shops.empty().open(log)) {
            Future<?> first = threads.submit(() -> commit(store, insert(item(1, "a"))));
            Future<?> second = threads.submit(() -> {
                try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
                    transaction.apply(insert(item(2, "b")));
                    transaction.commit();
                }
            });
            bothAppended.await();

            assertThat(items(store)).isEmpty();
            assertThat(first.isDone() || second.isDone()).isFalse();
            flushed.countDown();
            first.get();
            second.get();
            assertThat(items(store)).containsExactly(item(1, "a"), item(2, "b"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void reportsAClashOnlyOnceItsCauseCanBeSeen() throws Exception {
        CountDownLatch flushed = new CountDownLatch(1);
        AtomicInteger waiting = new AtomicInteger();
        CommitLog log = new KeptLog() {
            @Override
            public Receipt append(Commit commit) {
                return () -> {
                    waiting.incrementAndGet();
                    awaitUninterrupted(flushed);
                };
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Engine store = Shops.empty().open(log)) {
            Future<?> first = threads.submit(() -> commit(store, insert(item(1, "a"))));
            while (waiting.get() < 1) {
                Thread.onSpinWait();
            }
            Future<List<Row>> seenByTheLoser = threads.submit(() -> {
                assertThatThrownBy(() -> commit(store, insert(item(1, "b")))).isInstanceOf(ExistsException.class);
                return items(store);
            });
            while (waiting.get() < 2 && !seenByTheLoser.isDone()) {
                Thread.onSpinWait();
            }
            flushed.countDown();
            first.get();

            assertThat(seenByTheLoser.get()).containsExactly(item(1, "a"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void showsNothingOfACommitThatCannotBeMadeDurableAndTakesNoMoreWrites() {
        CommitLog log = new KeptLog() {
            @Override
            public Receipt append(Commit commit) {
                return () -> {
                    throw new StoreUnavailableException(ErrorContext.of("shop"), "the disk is gone");
                };
            }
        };
        try (Engine store = Shops.empty().open(log)) {
            assertThatThrownBy(() -> commit(store, insert(item(1, "a")))).hasMessage("the disk is gone");

            assertThat(items(store)).isEmpty();
            assertThatThrownBy(() -> store.begin(Access.READ_WRITE, PATIENCE))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("open it again")
                    .hasRootCauseMessage("the disk is gone");
            assertThatThrownBy(() -> store.evolve(List.of(new SchemaChange.DropEntity("item"))))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void givesTheSameStateWhenItIsReplayed() {
        Random random = Seeds.random("CommitLogTest");
        KeptLog log = new KeptLog();
        try (Engine store = Engine.named("shop").open(log)) {
            store.evolve(List.of(new SchemaChange.CreateEntity(ITEM)));
            Snapshot middle = store.snapshot();
            for (int i = 0; i < 300; i++) {
                writeSomething(store, random);
                if (i == 150) {
                    middle = store.snapshot();
                }
            }
            assertSame(replay(Engine.named("shop"), log.commits).snapshot(), store.snapshot());
            EngineBuilder fromTheMiddle =
                    Engine.named("shop").load(ITEM, middle.rows("item")).loadedAt(middle.number());
            assertSame(replay(fromTheMiddle, log.commits).snapshot(), store.snapshot());
        }
    }

    @Test
    void replaysASwapOfUniqueValues() {
        KeptLog log = new KeptLog();
        try (Engine store = Shops.empty().open(log)) {
            commit(store, insert(item(1, "a"), item(2, "b")));
            commit(
                    store,
                    update(Versioned.any(item(1, null)), Versioned.any(item(2, "a")), Versioned.any(item(1, "b"))));
        }
        assertThat(items(replay(Shops.empty(), log.commits))).containsExactly(item(1, "b"), item(2, "a"));
    }

    @Test
    void refusesToReplayWithAGapOrToLoadWhatClashes() {
        assertThatThrownBy(() -> Shops.empty().replay(new Commit(2, List.of(), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Engine.named("shop")
                        .load(ITEM, List.of(item(2, "a"), item(1, "a")).iterator()))
                .isInstanceOf(UniqueViolatedException.class);
    }

    private static void writeSomething(Engine store, Random random) {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            for (int i = random.nextInt(6); i >= 0; i--) {
                long id = random.nextInt(60);
                transaction.apply(
                        random.nextInt(3) == 0
                                ? delete(id)
                                : save(Versioned.any(item(id, random.nextBoolean() ? null : "c" + id, i, i))));
            }
            transaction.commit();
        }
    }

    private static Engine replay(EngineBuilder builder, List<Commit> commits) {
        commits.forEach(builder::replay);
        return builder.open();
    }

    private static void assertSame(Snapshot actual, Snapshot expected) {
        assertThat(actual.number()).isEqualTo(expected.number());
        assertThat(actual.schemas()).isEqualTo(expected.schemas());
        for (EntitySchema schema : expected.schemas()) {
            assertThat(list(actual.rows(schema.name()))).isEqualTo(list(expected.rows(schema.name())));
        }
    }

    private static List<Row> list(Iterator<Row> rows) {
        List<Row> list = new ArrayList<>();
        rows.forEachRemaining(list::add);
        return list;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
