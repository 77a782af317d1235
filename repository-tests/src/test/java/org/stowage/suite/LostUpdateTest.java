package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;

/** Threads that change the same entities side by side: every update is there in the end, or was refused. */
@OnEveryStore
class LostUpdateTest {

    private static final int THREADS = 4;
    private static final int CHANGES = 10;

    private final Stowage stowage;
    private final Accounts accounts;

    LostUpdateTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        accounts = stowage.repository(Accounts.class);
    }

    @BeforeEach
    void insertAll() {
        accounts.insertAll(List.of(Account.of(1, 0), Account.of(2, 1000)));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private static void sideBySide(Callable<?> work) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(work));
            }
        }
        for (Future<?> each : running) {
            each.get();
        }
    }

    @Test
    void areRefusedByTheVersion() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        sideBySide(() -> {
            for (int i = 0; i < CHANGES; i++) {
                while (!increased(1)) {
                    refused.incrementAndGet();
                }
            }
            return null;
        });
        Account after = accounts.findById(1).orElseThrow();
        assertThat(after.balance()).as("after %s refusals", refused).isEqualTo(THREADS * CHANGES);
        assertThat(after.version()).isEqualTo(THREADS * CHANGES);
    }

    private boolean increased(int id) {
        Account read = accounts.findById(id).orElseThrow();
        try {
            Account written = accounts.update(read.with(read.balance() + 1));
            assertThat(written.version()).isEqualTo(read.version() + 1);
            return true;
        } catch (OptimisticLockingFailureException stale) {
            assertThat(stale).hasMessageContaining("'Account'").hasMessageContaining("'1'");
            return false;
        }
    }

    @Test
    void doNotHappenInTransactions() throws Exception {
        sideBySide(() -> {
            for (int i = 0; i < CHANGES; i++) {
                stowage.inTransaction(() -> {
                    Account from = accounts.findById(2).orElseThrow();
                    Account to = accounts.findById(1).orElseThrow();
                    accounts.updateAll(List.of(from.with(from.balance() - 1), to.with(to.balance() + 1)));
                });
            }
            return null;
        });
        assertThat(accounts.balance(1)).isEqualTo(THREADS * CHANGES);
        assertThat(accounts.balance(1) + accounts.balance(2)).isEqualTo(1000);
    }

    @Test
    void doNotHappenInBulkUpdates() throws Exception {
        sideBySide(() -> {
            for (int i = 0; i < CHANGES; i++) {
                assertThat(accounts.add(1, 1)).isEqualTo(1);
            }
            return null;
        });
        Account after = accounts.findById(1).orElseThrow();
        assertThat(after.balance()).isEqualTo(THREADS * CHANGES);
        assertThat(after.version()).isEqualTo(THREADS * CHANGES);
    }

    @Test
    void letOneInsertOfAnIdThrough() throws Exception {
        AtomicInteger inserted = new AtomicInteger();
        sideBySide(() -> {
            for (int id = 100; id < 100 + CHANGES; id++) {
                try {
                    accounts.insert(Account.of(id, 1));
                    inserted.incrementAndGet();
                } catch (EntityExistsException taken) {
                    assertThat(accounts.findById(id)).isPresent();
                }
            }
            return null;
        });
        assertThat(inserted).hasValue(CHANGES);
    }
}
