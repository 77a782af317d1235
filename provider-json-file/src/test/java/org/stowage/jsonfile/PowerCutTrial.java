package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Supplier;
import org.stowage.spi.Store;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.StoreException;

/** Cuts the power at random moments of random scripts, again and again on what the cut before has left, and counts what is wrong after. */
final class PowerCutTrial {

    private static final int CUTS_PER_SCRIPT = 4;

    private final Folder.Writing writing;
    private final Supplier<SimulatedFolder> folders;

    private int cuts;
    private int lost;
    private int corrupt;
    private int partial;
    private String complaint = "";

    /**
     * Prepares a trial.
     *
     * @param folders gives a new, empty folder
     */
    PowerCutTrial(Folder.Writing writing, Supplier<SimulatedFolder> folders) {
        this.writing = writing;
        this.folders = folders;
    }

    /** Cuts the power at least so many times. */
    void run(int times, long firstSeed) {
        for (long seed = firstSeed; cuts < times; seed++) {
            script(seed);
        }
    }

    private void script(long seed) {
        Random random = new Random(seed);
        SimulatedFolder folder = folders.get();
        Ledger ledger = new Ledger(random);
        for (int i = 0; i < CUTS_PER_SCRIPT; i++) {
            folder.failing(folder.operations() + 1 + random.nextInt(120), SimulatedFolder.Fault.POWER);
            commitUntilThePowerFails(folder, ledger, random);
            cuts++;
            folder = folder.afterPowerCut(random);
            try (Store store = open(folder, random)) {
                Ledger.Verdict verdict = ledger.judge(Script.State.of(store));
                count(verdict, seed);
                if (verdict == Ledger.Verdict.PARTIAL) {
                    // The script has no next step for it.
                    return;
                }
            } catch (CorruptStoreException e) {
                corrupt++;
                complain(seed, e.getMessage());
                return;
            }
        }
    }

    private void count(Ledger.Verdict verdict, long seed) {
        switch (verdict) {
            case HOLDS -> {}
            case LOST -> {
                lost++;
                complain(seed, "an acknowledged commit is missing");
            }
            case PARTIAL -> {
                partial++;
                complain(seed, "there is what no number of whole commits leaves");
            }
        }
    }

    private void complain(long seed, String what) {
        if (complaint.isEmpty()) {
            complaint = "-Dstowage.seed=" + seed + " -Dstowage.power-cuts=" + CUTS_PER_SCRIPT + ": " + what;
        }
    }

    private void commitUntilThePowerFails(SimulatedFolder folder, Ledger ledger, Random random) {
        try {
            while (true) {
                Store store = open(folder, random);
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

    private Store open(SimulatedFolder folder, Random random) {
        return JsonFileStore.open(new StoreErrors("shop"), folder, writing, random.nextInt(2000), () -> {});
    }

    int lost() {
        return lost;
    }

    int corrupt() {
        return corrupt;
    }

    int partial() {
        return partial;
    }

    /** Returns how to repeat the first script that went wrong, and what was wrong. */
    String complaint() {
        return complaint;
    }

    @Override
    public String toString() {
        return "%,d cuts: lost %d, corrupt %d, partial %d".formatted(cuts, lost, corrupt, partial);
    }
}
