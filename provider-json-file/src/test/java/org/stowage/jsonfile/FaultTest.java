package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stowage.spi.Store;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreFullException;
import org.stowage.spi.error.StoreUnavailableException;

/** Lets each single operation of a script on the medium fail once, and goes on as an application would. */
class FaultTest {

    private static final long SEED = Long.getLong("stowage.seed", System.nanoTime());
    private static final int SCRIPTS = Integer.getInteger("stowage.fault-scripts", 1);
    private static final int COMMITS = 100;
    private static final int COMMITS_PER_OPENING = 25;

    @BeforeAll
    static void silence() {
        Silence.warnings();
    }

    @ParameterizedTest
    @EnumSource(
            value = SimulatedFolder.Fault.class,
            names = {"MEDIUM", "FULL", "SHORT"})
    void neitherLosesNorInventsACommitWhicheverOperationFails(SimulatedFolder.Fault fault) {
        long failures = 0;
        for (int i = 0; i < SCRIPTS; i++) {
            failures += failures(fault, SEED + i);
        }
        System.out.println(
                "figure: io-failures json-file: %s, %,d failures: every k of %,d script(s) of %d operations, lost 0, invented 0"
                        .formatted(fault, failures, SCRIPTS, COMMITS));
        assertThat(failures).isGreaterThan(100L * SCRIPTS);
    }

    private static long failures(SimulatedFolder.Fault fault, long seed) {
        long operations = 1;
        for (long failing = 1; failing <= operations; failing++) {
            SimulatedFolder folder = new SimulatedFolder().failing(failing, fault);
            try {
                new Application(folder, seed).run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("operation " + failing + ", -Dstowage.seed=" + seed, e);
            }
            // Runs differ a little, as folds run beside the script.
            operations = Math.max(operations, folder.operations());
        }
        return operations;
    }

    private static final class Application {

        private final SimulatedFolder folder;
        private final long seed;
        private final Ledger ledger;
        private Store store;

        Application(SimulatedFolder folder, long seed) {
            this.folder = folder;
            this.seed = seed;
            this.ledger = new Ledger(new Random(seed));
        }

        void run() {
            store = open();
            for (int i = 1; i <= COMMITS; i++) {
                commit();
                if (i % COMMITS_PER_OPENING == 0) {
                    reopen();
                }
            }
            try (Store found = open(folder.afterPowerCut(new Random(seed)))) {
                assertThat(Script.State.of(found)).isEqualTo(ledger.acknowledged());
            }
            reopen();
            close();
            store = open();
            assertThat(Script.State.of(store)).isEqualTo(ledger.acknowledged());
            close();
        }

        private void commit() {
            try {
                ledger.commit(store);
            } catch (CommitUnknownException e) {
                close();
                store = open();
                ledger.check(Script.State.of(store));
            } catch (StoreFullException | StoreUnavailableException e) {
                ledger.notThere();
                assertThat(Script.State.of(store)).isEqualTo(ledger.acknowledged());
                commitAgain();
            }
        }

        private void commitAgain() {
            try {
                ledger.commit(store);
            } catch (StoreUnavailableException e) {
                ledger.notThere();
                reopen();
                ledger.commit(store);
            }
        }

        private void reopen() {
            close();
            store = open();
            assertThat(Script.State.of(store)).isEqualTo(ledger.acknowledged());
        }

        private void close() {
            try {
                store.close();
            } catch (StoreException e) {
                assertThat(e).isInstanceOfAny(StoreFullException.class, StoreUnavailableException.class);
            }
        }

        // The fault comes once, so whoever tries again succeeds.
        private Store open() {
            try {
                return open(folder);
            } catch (StoreUnavailableException | StoreFullException e) {
                return open(folder);
            }
        }

        private static Store open(SimulatedFolder folder) {
            return JsonFileStore.open(new StoreErrors("shop"), folder, Folder.Writing.THROUGH, 0, () -> {});
        }
    }
}
