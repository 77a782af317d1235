package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.history.HistoryTrial;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Threads that write at once: nothing is lost, and every snapshot is one that was. No assertion is about time. */
@Tag("concurrent")
abstract class ConcurrencyTopic extends Topic {

    private static final long TRANSACTIONS = TrialSize.TRANSACTIONS.size();

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final int THREADS = 4;
    private static final int ROUNDS = 25;
    private static final long ACCOUNTS = 6;

    private static final EntitySchema ACCOUNT = EntitySchema.named("account")
            .required("id", ValueType.INT64)
            .required("balance", ValueType.INT64)
            .key("id")
            .build();

    private static final EntitySchema HISTORY = EntitySchema.named("history")
            .required("id", ValueType.INT64)
            .required("entries", new ValueType.ListOf(ValueType.INT64))
            .key("id")
            .build();

    ConcurrencyTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Proves(Rule.SNAPSHOT)
    void keepsTheSumOfAllBalancesInEverySnapshot() {
        Store store = openWith(ACCOUNT);
        for (long id = 0; id < ACCOUNTS; id++) {
            insert(store, ACCOUNT, Row.of(id, 100L));
        }
        AtomicInteger running = new AtomicInteger(THREADS);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(thread);
            work.add(() -> {
                try {
                    for (int round = 0; round < ROUNDS; round++) {
                        long from = random.nextLong(ACCOUNTS);
                        transfer(
                                store, from, (from + 1 + random.nextLong(ACCOUNTS - 1)) % ACCOUNTS, random.nextLong(9));
                    }
                } finally {
                    running.decrementAndGet();
                }
                return true;
            });
        }
        work.add(() -> {
            do {
                assertThat(sum(store)).as("sum of all balances in one snapshot").isEqualTo(ACCOUNTS * 100);
            } while (running.get() > 0);
            return true;
        });

        Elsewhere.callAll(work);

        assertThat(sum(store)).isEqualTo(ACCOUNTS * 100);
        assertThat(sum(reopened(store))).isIn(lasting() ? List.of(ACCOUNTS * 100) : List.of(ACCOUNTS * 100, 0L));
    }

    @Test
    @Proves(Rule.SERIALIZABLE)
    void losesNoUpdate() {
        Store store = openWith(HISTORY);
        insert(store, HISTORY, Row.of(1L, List.of()));
        List<Callable<List<List<Object>>>> work = new ArrayList<>();
        for (long thread = 0; thread < THREADS; thread++) {
            long first = thread * ROUNDS;
            work.add(() -> {
                List<List<Object>> seen = new ArrayList<>();
                for (long round = 0; round < ROUNDS; round++) {
                    seen.add(append(store, first + round));
                }
                return seen;
            });
        }

        List<List<List<Object>>> seen = Elsewhere.callAll(work);

        List<Object> all = entries(rows(store, HISTORY).get(0));
        assertThat(all)
                .as("entries that were appended")
                .hasSize(THREADS * ROUNDS)
                .doesNotHaveDuplicates();
        for (List<List<Object>> thread : seen) {
            for (List<Object> before : thread) {
                assertThat(all.subList(0, before.size()))
                        .as("what an appending transaction saw is how the history begins")
                        .isEqualTo(before);
            }
        }
    }

    @Test
    @Proves(Rule.SERIALIZABLE)
    void letsNoWriterOverwriteWhatItHasNotSeen() {
        Store store = openWith(ACCOUNT);
        insert(store, ACCOUNT, Row.of(1L, 0L));
        long committed = 0;
        try (Transaction first = store.begin(Access.READ_WRITE, PATIENCE)) {
            long seen = balance(first, 1);
            committed += Elsewhere.call(() -> {
                try (Transaction second = store.begin(Access.READ_WRITE, SHORT)) {
                    return setAndCommit(second, 1, balance(second, 1) + 1);
                } catch (StoreTimeoutException e) {
                    return 0; // It was not let in, which is one way to be right.
                }
            });
            committed += setAndCommit(first, 1, seen + 1);
        }
        assertThat(rows(store, ACCOUNT)).as("one more for each that committed").containsExactly(Row.of(1L, committed));
    }

    @Test
    @Proves(Rule.COMMIT_TELLS_THE_TRUTH)
    void keepsExactlyWhatReturnedFromItsCommit() {
        Store store = openWith(ACCOUNT);
        insert(store, ACCOUNT, Row.of(0L, 0L));
        List<Row> expected = new ArrayList<>(rows(store, ACCOUNT));
        try (Transaction first = store.begin(Access.READ_WRITE, PATIENCE)) {
            rows(first, ACCOUNT);
            boolean second = Elsewhere.call(() -> {
                try (Transaction other = store.begin(Access.READ_WRITE, SHORT)) {
                    rows(other, ACCOUNT);
                    return addAndCommit(other, 2);
                } catch (StoreTimeoutException e) {
                    return false;
                }
            });
            if (addAndCommit(first, 1)) {
                expected.add(Row.of(1L, 0L));
            }
            if (second) {
                expected.add(Row.of(2L, 0L));
            }
        }
        assertThat(rows(store, ACCOUNT)).as("rows whose commit returned").isEqualTo(expected);
    }

    /** Returns whether the transaction committed, and did not clash with another. */
    private static boolean addAndCommit(Transaction transaction, long id) {
        try {
            transaction.apply(new Change.Insert("account", List.of(Row.of(id, 0L))));
            transaction.commit();
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    @Test
    @Proves(Rule.CAUSE_IS_SEEN)
    void showsWhatAnErrorWasAbout() {
        Store store = openWith(ACCOUNT);
        for (long id = 0; id < ROUNDS; id++) {
            Row row = Row.of(id, 0L);
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                work.add(() -> {
                    try {
                        insert(store, ACCOUNT, row);
                        return true;
                    } catch (ExistsException e) {
                        assertThat(rows(store, ACCOUNT)).as("rows after %s", e).contains(row);
                        return false;
                    } catch (ConflictException e) {
                        return false;
                    }
                });
            }
            assertThat(Elsewhere.callAll(work)).containsOnlyOnce(true);
        }
    }

    @Test
    @Proves(Rule.SERIALIZABLE)
    void letsNoWriterDecideByWhatAnotherHasChanged() {
        Store store = openWith(ACCOUNT);
        insert(store, ACCOUNT, Row.of(1L, 1L), Row.of(2L, 1L));
        // Either may take one, as long as the other is left.
        try (Transaction first = store.begin(Access.READ_WRITE, PATIENCE)) {
            long seen = balance(first, 1) + balance(first, 2);
            Elsewhere.call(() -> {
                try (Transaction second = store.begin(Access.READ_WRITE, SHORT)) {
                    return balance(second, 1) + balance(second, 2) > 1 ? setAndCommit(second, 2, 0) : 0;
                } catch (StoreTimeoutException e) {
                    return 0;
                }
            });
            assertThat(seen).isEqualTo(2);
            setAndCommit(first, 1, 0);
        }
        assertThat(sum(store)).as("what is left").isEqualTo(1);
    }

    @Test
    @Tag("random")
    @Proves({Rule.SERIALIZABLE, Rule.SNAPSHOT, Rule.NOTHING_UNCOMMITTED})
    void explainsWhatConcurrentTransactionsSawByAnOrderOfThem() {
        String provider = harness().provider().info().name();
        long seed = Seeds.choose(harness(), provider + ", " + TRANSACTIONS + " concurrent transactions");
        HistoryTrial.Result result = new HistoryTrial(harness(), folder()).run(TRANSACTIONS, seed);

        KitOutput.say(provider + ", " + result);
        assertThat(result.anomalies()).as("histories of %s", provider).isEmpty();
    }

    /** Returns 1 if the transaction committed, and 0 if it clashed with another. */
    private static int setAndCommit(Transaction transaction, long id, long balance) {
        try {
            transaction.apply(new Change.Update("account", List.of(Change.Versioned.any(Row.of(id, balance)))));
            transaction.commit();
            return 1;
        } catch (ConflictException e) {
            return 0;
        }
    }

    private static void transfer(Store store, long from, long to, long amount) {
        retrying(store, transaction -> {
            long left = balance(transaction, from);
            long right = balance(transaction, to);
            transaction.apply(new Change.Update(
                    "account",
                    List.of(
                            Change.Versioned.any(Row.of(from, left - amount)),
                            Change.Versioned.any(Row.of(to, right + amount)))));
            return true;
        });
    }

    private static long balance(Transaction transaction, long id) {
        Row row = transaction.get("account", Key.of(id)).orElseThrow();
        return (Long) Objects.requireNonNull(row.get(1));
    }

    private static long sum(Store store) {
        return rows(store, ACCOUNT).stream()
                .mapToLong(row -> (Long) Objects.requireNonNull(row.get(1)))
                .sum();
    }

    /** Appends an entry and returns those that were there before. */
    private static List<Object> append(Store store, long entry) {
        return retrying(store, transaction -> {
            List<Object> before = entries(transaction.get("history", Key.of(1L)).orElseThrow());
            List<Object> after = new ArrayList<>(before);
            after.add(entry);
            transaction.apply(
                    new Change.Save("history", List.of(Change.Versioned.any(Row.of(1L, List.copyOf(after))))));
            return before;
        });
    }

    private static List<Object> entries(Row row) {
        return new ArrayList<>((List<?>) Objects.requireNonNull(row.get(1)));
    }

    private interface Work<T> {
        T in(Transaction transaction);
    }

    private static <T> T retrying(Store store, Work<T> work) {
        while (true) {
            try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
                T result = work.in(transaction);
                transaction.commit();
                return result;
            } catch (ConflictException e) {
                // Another was faster: once more, from the beginning.
            }
        }
    }
}
