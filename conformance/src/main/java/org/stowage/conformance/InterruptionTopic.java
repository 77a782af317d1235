package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Threads are interrupted while they wait, read, write and commit, whenever it comes. */
@Tag("concurrent")
abstract class InterruptionTopic extends Topic {

    private static final int INTERRUPTS = TrialSize.INTERRUPTS.size();
    /** As many run without an interrupt at most: a store may well be done with them before another thread gets its turn. */
    private static final int MOST_UNDISTURBED = 100;

    private static final int WORKERS = 4;
    private static final int LONGEST_PAUSE_MICROS = 1_500;

    private static final EntitySchema TOTAL = EntitySchema.named("total")
            .required("id", ValueType.INT64)
            .required("count", ValueType.INT64)
            .key("id")
            .build();

    private static final EntitySchema ENTRY = EntitySchema.named("entry")
            .required("id", ValueType.INT64)
            .key("id")
            .build();

    private static final Key ONLY = Key.of(1L);

    InterruptionTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Tag("random")
    @Proves({Rule.INTERRUPT, Rule.COMMIT_TELLS_THE_TRUTH})
    void losesNothingAndLeavesNothingHalfDoneWhenThreadsAreInterrupted() throws InterruptedException {
        String provider = harness().provider().info().name();
        long seed = Seeds.choose(harness(), provider + ", interrupted threads");
        Store store = openWith(TOTAL, ENTRY);
        insert(store, TOTAL, Row.of(1L, 0L));
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(new Worker(store, i, seed));
        }
        workers.forEach(Thread::start);
        interruptAtRandom(workers, new Random(seed));

        Set<Long> there = ConcurrentHashMap.newKeySet();
        Store later = reopened(store);
        rows(later, ENTRY).forEach(row -> there.add((Long) Objects.requireNonNull(row.get(0))));
        for (Worker worker : workers) {
            assertThat(worker.failure.get()).as("seed %d", seed).isNull();
            Set<Long> lost = new TreeSet<>(worker.acknowledged);
            lost.removeAll(there);
            assertThat(lost).as("acknowledged and not there, seed %d", seed).isEmpty();
            there.removeAll(worker.acknowledged);
            there.removeAll(worker.unknown);
        }
        assertThat(there).as("what was said not to be there, seed %d", seed).isEmpty();
        assertThat(rows(later, TOTAL))
                .as("the total of what is there, seed %d", seed)
                .containsExactly(Row.of(1L, (long) rows(later, ENTRY).size()));
        int interrupted =
                workers.stream().mapToInt(worker -> worker.interrupted).sum();
        KitOutput.say(
                "figure: interrupts %s: %,d transactions interrupted, %,d committed: lost 0, half done 0, statuses lost 0"
                        .formatted(provider, interrupted, rows(later, ENTRY).size()));
    }

    private static void interruptAtRandom(List<Worker> workers, Random random) throws InterruptedException {
        while (workers.stream().anyMatch(Thread::isAlive)) {
            // Who sleeps comes first among those that work without a pause.
            LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_MICROS) * 1_000L);
            workers.get(random.nextInt(workers.size())).disturb();
        }
        for (Worker worker : workers) {
            worker.join();
        }
    }

    /** Counts up, again and again, and notes what it was told. */
    private static final class Worker extends Thread {

        private enum Step {
            BEGIN,
            READ,
            WRITE,
            COMMIT
        }

        private final Store store;
        private final long first;
        private final Random random;
        private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
        private final Set<Long> unknown = ConcurrentHashMap.newKeySet();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private int interrupted;
        private int undisturbed;
        private boolean disturbed;

        Worker(Store store, int number, long seed) {
            this.store = store;
            // Far enough from each other, however many interrupts are asked for.
            this.first = (long) number << 40;
            this.random = new Random(seed + number);
            setDaemon(true);
        }

        synchronized void disturb() {
            disturbed = true;
            interrupt();
        }

        @Override
        public void run() {
            try {
                for (long id = first; interrupted < INTERRUPTS; id++) {
                    count(id);
                    requireStatus();
                }
            } catch (RuntimeException | Error e) {
                failure.set(e);
            }
        }

        private void count(long id) {
            @Nullable Step due = undisturbed < MOST_UNDISTURBED ? null : Step.values()[random.nextInt(Step.values().length)];
            reach(Step.BEGIN, due);
            try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
                reach(Step.READ, due);
                Row total = transaction.get("total", ONLY).orElseThrow();
                long next = (Long) Objects.requireNonNull(total.get(1)) + 1;
                transaction.apply(new Change.Insert("entry", List.of(Row.of(id))));
                reach(Step.WRITE, due);
                transaction.apply(new Change.Update("total", List.of(Change.Versioned.any(Row.of(1L, next)))));
                reach(Step.COMMIT, due);
                transaction.commit();
                acknowledged.add(id);
            } catch (CommitUnknownException e) {
                unknown.add(id);
            } catch (CancelledException | ConflictException e) {
                // It is not there.
            }
        }

        /** Interrupts itself where nobody else has for long. */
        private void reach(Step step, @Nullable Step due) {
            if (step == due) {
                disturb();
            }
        }

        /** Whoever was interrupted still is, whatever the store did meanwhile. */
        private synchronized void requireStatus() {
            boolean status = Thread.interrupted();
            if (disturbed && !status) {
                throw new AssertionError("the interrupt status was lost");
            }
            interrupted += disturbed ? 1 : 0;
            undisturbed = disturbed ? 0 : undisturbed + 1;
            disturbed = false;
        }
    }
}
