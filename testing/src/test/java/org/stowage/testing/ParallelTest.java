package org.stowage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.stowage.Stowage;

/** Tests that run at the same time, write the same rows and clean up nothing. */
class ParallelTest {

    private static final int AT_ONCE = 4;
    private static final int TESTS = 40;

    // The first two tests wait for each other at each place; the others find it open. More would depend on how JUnit
    // uses its threads.
    private static final CountDownLatch BEGUN = new CountDownLatch(2);
    private static final CountDownLatch INSERTED = new CountDownLatch(2);
    private static final CountDownLatch UPDATED = new CountDownLatch(2);

    private static void meet(CountDownLatch place) throws InterruptedException {
        place.countDown();
        place.await();
    }

    @StowageTest(prepare = "fill")
    @Execution(ExecutionMode.CONCURRENT)
    static class InParallel {

        static void fill(Accounts accounts) {
            accounts.insert(new Account(1, "Anna", 100));
        }

        /** Who has failed before a place is waited for there no longer. */
        @AfterEach
        void leave() {
            for (CountDownLatch place : List.of(BEGUN, INSERTED, UPDATED)) {
                place.countDown();
            }
        }

        @RepeatedTest(TESTS)
        void writesTheSameAsAllOthers(Stowage stowage, Accounts accounts) throws Exception {
            meet(BEGUN);
            accounts.insert(new Account(2, Thread.currentThread().getName(), 0));
            meet(INSERTED);
            stowage.inTransaction(() -> {
                Account anna = accounts.findById(1L).orElseThrow();
                accounts.update(new Account(1, anna.owner(), anna.balance() - 1));
            });
            meet(UPDATED);

            assertThat(accounts.findById(1L).orElseThrow().balance()).isEqualTo(99);
            assertThat(accounts.findById(2L).orElseThrow().owner())
                    .isEqualTo(Thread.currentThread().getName());
        }
    }

    @Test
    void seeNothingOfEachOther() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(InParallel.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(AT_ONCE))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);

        assertThat(listener.getSummary().getFailures()).isEmpty();
        assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(TESTS);
    }
}
