package org.stowage.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.fixture.ListProvider;
import org.stowage.spi.Access;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.ReadOnlyException;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.error.UnsupportedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.OpenStore;

class SessionsTest {

    private static final EntitySchema CART =
            EntitySchema.named("Cart").required("id", ValueType.INT64).key("id").build();

    private final List<String> operations = Collections.synchronizedList(new ArrayList<>());
    private final Sessions sessions = new Sessions();
    private OpenStore orders;
    private OpenStore users;
    private int clashes;

    @BeforeEach
    void open() {
        orders = open("orders");
        users = open("users");
        operations.clear();
    }

    private OpenStore open(String name) {
        ListProvider provider = new ListProvider("list", operation -> {
            operations.add(operation);
            if (operation.equals("commit") && clashes > 0) {
                clashes--;
                throw new ConflictException(ErrorContext.none(), "clash");
            }
        });
        OpenStore store =
                OpenStore.open(provider, StoreConfig.of(name, null, true, provider, Map.of()), Duration.ofDays(1));
        store.ensure(CART);
        return store;
    }

    @AfterEach
    void close() {
        orders.close();
        users.close();
    }

    private void insert(OpenStore store, long id) {
        sessions.session(store).write(transaction -> transaction.apply(new Change.Insert("Cart", List.of(Row.of(id)))));
    }

    private boolean has(OpenStore store, long id) {
        Optional<Row> row = sessions.session(store).read(transaction -> transaction.get("Cart", Key.of(id)));
        return row.isPresent();
    }

    @Test
    void makesOneTransactionOfSeveralCalls() {
        long found = sessions.<Long, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
            insert(orders, 1);
            insert(orders, 2);
            assertThat(has(orders, 1)).isTrue();
            return 2L;
        });
        assertThat(found).isEqualTo(2);
        assertThat(operations.stream().filter("begin"::equals)).hasSize(1);
        assertThat(operations.stream().filter("commit"::equals)).hasSize(1);
        assertThat(has(orders, 2)).isTrue();
    }

    @Test
    void makesATransactionOfACallByItself() {
        insert(orders, 1);
        assertThat(operations).containsSubsequence("begin", "apply", "commit");
        assertThat(has(orders, 1)).isTrue();
    }

    @Test
    void beginsNothingUntilAStoreIsTouched() {
        sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> "nothing");
        assertThat(operations).isEmpty();
    }

    @Test
    void rollsBackWhenSomethingIsThrownAndLetsItThrough() {
        IOException failure = new IOException("no");
        assertThatThrownBy(() -> sessions.<String, IOException>inTransaction(Access.READ_WRITE, () -> {
                    insert(orders, 1);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(has(orders, 1)).isFalse();
    }

    @Test
    void refusesASecondStore() {
        assertThatThrownBy(() -> sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
                    insert(orders, 1);
                    insert(users, 1);
                    return "done";
                }))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("began in store 'orders' and now touches store 'users'");
        assertThat(has(orders, 1)).isFalse();
        assertThat(has(users, 1)).isFalse();
    }

    @Test
    void runsTheWholeAgainAfterAClashEvenIfThatWasSwallowed() {
        List<Integer> runs = new ArrayList<>();
        clashes = 3;
        sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
            runs.add(1);
            insert(orders, 1);
            return "done";
        });
        assertThat(runs).hasSize(4);

        runs.clear();
        sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
            runs.add(1);
            insert(orders, 2);
            if (runs.size() == 1) {
                assertThatThrownBy(() -> sessions.session(orders).write(transaction -> {
                            throw new IllegalStateException(new ConflictException(ErrorContext.none(), "clash"));
                        }))
                        .isInstanceOf(IllegalStateException.class);
            }
            return "done";
        });
        assertThat(runs).hasSize(2);
        assertThat(has(orders, 2)).isTrue();
    }

    @Test
    void doesNotRunAgainWhatDidNotClash() {
        List<Integer> runs = new ArrayList<>();
        insert(orders, 1);
        assertThatThrownBy(() -> sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
                    runs.add(1);
                    insert(orders, 1);
                    return "done";
                }))
                .isInstanceOf(ExistsException.class);
        assertThat(runs).hasSize(1);
    }

    @Test
    void joinsTheOuterTransaction() {
        assertThatThrownBy(() -> sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
                    sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
                        insert(orders, 1);
                        return "inner";
                    });
                    throw new IllegalArgumentException("outer");
                }))
                .hasMessage("outer");
        assertThat(has(orders, 1)).isFalse();
    }

    @Test
    void rollsBackTheWholeWhenAPartFailed() {
        assertThatThrownBy(() -> sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
                    insert(orders, 1);
                    assertThatThrownBy(() -> sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
                                insert(orders, 2);
                                throw new IllegalArgumentException("inner");
                            }))
                            .hasMessage("inner");
                    return "done";
                }))
                .isInstanceOf(TransactionAbortedException.class)
                .hasRootCauseMessage("inner");
        assertThat(has(orders, 1)).isFalse();
    }

    @Test
    void writesNothingInAReadOnlyTransaction() {
        assertThatThrownBy(() -> sessions.<String, RuntimeException>inTransaction(Access.READ_ONLY, () -> {
                    assertThat(has(orders, 1)).isFalse();
                    insert(orders, 1);
                    return "done";
                }))
                .isInstanceOf(ReadOnlyException.class);
    }

    @Test
    void lendsTheTransactionThatTheThreadIsInAndElseOneOfItsOwn() {
        insert(orders, 1);
        sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
            insert(orders, 2);
            try (Session.Lease lease = sessions.session(orders).lease(Access.READ_ONLY)) {
                assertThat(lease.transaction().get("Cart", Key.of(2L))).isPresent();
            }
            insert(orders, 3);
            return "done";
        });
        Session.Lease lease = sessions.session(orders).lease(Access.READ_ONLY);
        insert(orders, 4);
        assertThat(lease.transaction().get("Cart", Key.of(3L))).isPresent();
        assertThat(lease.transaction().get("Cart", Key.of(4L))).isEmpty();
        lease.close();
        assertThat(has(orders, 4)).isTrue();
    }

    @Test
    void givesEveryThreadItsOwn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Boolean> seen = sessions.<Future<Boolean>, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
                insert(orders, 1);
                Future<Boolean> other = threads.submit(() -> {
                    boolean there = has(orders, 1);
                    begun.countDown();
                    return there;
                });
                awaitUninterruptibly(begun);
                return other;
            });
            assertThat(seen.get()).isFalse();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void countsEveryIncrementOfThreadsThatClash() throws Exception {
        insert(orders, 1000);
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                int thread = i;
                done.add(threads.submit(() -> {
                    for (int n = 0; n < 25; n++) {
                        long id = thread * 25L + n;
                        sessions.<String, RuntimeException>inTransaction(Access.READ_WRITE, () -> {
                            insert(orders, id);
                            return "done";
                        });
                    }
                }));
            }
            for (Future<?> future : done) {
                future.get();
            }
        }
        for (long id = 0; id < 100; id++) {
            assertThat(has(orders, id)).isTrue();
        }
    }
}
