package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Store;
import org.stowage.spi.error.StoreException;

/** Cuts the power at random moments of random scripts, again and again on what the cut before has left. */
class PowerCutTest {

    private static final long SEED = Long.getLong("stowage.seed", System.nanoTime());
    private static final int SCRIPTS = Integer.getInteger("stowage.power-cuts", 100);

    @BeforeAll
    static void silence() {
        Silence.warnings();
    }

    @Test
    void losesNoAcknowledgedCommitAndKeepsNoHalfOne() {
        runAll(SimulatedFolder::new, Folder.Writing.THROUGH, true);
    }

    @Test
    void keepsOrderAndWholenessOfRelaxedCommits() {
        runAll(SimulatedFolder::new, Folder.Writing.BUFFERED, false);
    }

    @Test
    void noticesAMediumThatTakesAFlushAndForgetsIt() {
        assertThatThrownBy(
                        () -> runAll(() -> new SimulatedFolder().dropping(true, false), Folder.Writing.THROUGH, true))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(
                        () -> runAll(() -> new SimulatedFolder().dropping(false, true), Folder.Writing.THROUGH, true))
                .isInstanceOf(AssertionError.class);
    }

    private static void runAll(Supplier<SimulatedFolder> folders, Folder.Writing writing, boolean durable) {
        for (int i = 0; i < SCRIPTS; i++) {
            long seed = SEED + i;
            try {
                run(folders.get(), new Random(seed), writing, durable);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("repeat with -Dstowage.seed=" + seed + " -Dstowage.power-cuts=1", e);
            }
        }
    }

    private static void run(SimulatedFolder first, Random random, Folder.Writing writing, boolean durable) {
        SimulatedFolder folder = first;
        Ledger ledger = new Ledger(random);
        for (int cut = 0; cut < 4; cut++) {
            folder.failing(folder.operations() + 1 + random.nextInt(120), SimulatedFolder.Fault.POWER);
            commitUntilThePowerFails(folder, writing, ledger, random);
            folder = folder.afterPowerCut(random);
            try (Store store = open(folder, writing, random)) {
                ledger.check(Script.State.of(store), durable);
            }
        }
    }

    private static void commitUntilThePowerFails(
            SimulatedFolder folder, Folder.Writing writing, Ledger ledger, Random random) {
        try {
            while (true) {
                Store store = open(folder, writing, random);
                try {
                    for (int i = random.nextInt(40); i >= 0; i--) {
                        ledger.commit(store);
                    }
                } finally {
                    store.close();
                }
            }
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("power");
        }
    }

    private static Store open(SimulatedFolder folder, Folder.Writing writing, Random random) {
        return JsonFileStore.open(new StoreErrors("shop"), folder, writing, random.nextInt(2000), () -> {});
    }
}
