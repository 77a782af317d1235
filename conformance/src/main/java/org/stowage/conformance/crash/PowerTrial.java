package org.stowage.conformance.crash;

import java.util.random.RandomGenerator;
import org.stowage.conformance.SimulatedMedium;
import org.stowage.conformance.SimulatedMedium.Failure;
import org.stowage.spi.Store;
import org.stowage.spi.error.StoreException;

/** Cuts the power of a medium again and again, at random operations, and looks after each time for what was acknowledged. */
public final class PowerTrial {

    private static final int MOST_OPERATIONS = 120;
    private static final int MOST_TRANSACTIONS = 40;

    private final SimulatedMedium medium;
    private final RandomGenerator random;
    private long ledger;

    private PowerTrial(SimulatedMedium medium, RandomGenerator random) {
        this.medium = medium;
        this.random = random;
    }

    /**
     * Cuts the power so many times, always on the same store.
     *
     * @param medium where the store is
     * @param cuts how often
     * @param random when, and what is lost
     */
    public static CrashReport run(SimulatedMedium medium, int cuts, RandomGenerator random) {
        return new PowerTrial(medium, random).run(cuts);
    }

    private CrashReport run(int cuts) {
        Findings findings = new Findings();
        for (int cut = 0; cut < cuts; cut++) {
            long before = ledger;
            medium.fail(medium.operations() + 1 + random.nextInt(MOST_OPERATIONS), Failure.POWER);
            commitUntilThePowerFails();
            medium.restorePower(random);
            try (Store store = medium.open()) {
                long acknowledged = ledger;
                ledger = findings.check(store, acknowledged, acknowledged + 1);
                findings.acknowledged(acknowledged - before);
            }
        }
        return findings.report();
    }

    private void commitUntilThePowerFails() {
        try {
            while (true) {
                Store store = medium.open();
                try {
                    CrashScript.prepare(store);
                    for (int i = random.nextInt(MOST_TRANSACTIONS); i >= 0; i--) {
                        CrashScript.run(store, ledger + 1);
                        ledger++;
                    }
                } finally {
                    store.close();
                }
            }
        } catch (StoreException e) {
            // The power is off.
        }
    }
}
