package org.stowage.conformance.crash;

import java.util.function.Supplier;
import org.stowage.conformance.SimulatedMedium;
import org.stowage.conformance.SimulatedMedium.Failure;
import org.stowage.spi.Store;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.StoreException;

/** Runs a script once for each operation that it makes on the medium, and lets that one fail; then goes on as an application would. */
public final class FaultTrial {

    private static final int TRANSACTIONS_PER_OPENING = 5;

    private final SimulatedMedium medium;
    private final Findings findings;
    private long acknowledged;
    /** The last transaction that may be there: one beyond what was acknowledged, after an error that does not say. */
    private long possible;

    private FaultTrial(SimulatedMedium medium, Findings findings) {
        this.medium = medium;
        this.findings = findings;
    }

    /**
     * Lets every operation fail once.
     *
     * @param media gives a new, empty medium at every call
     * @param failure how the operation fails
     * @param transactions how long the script is
     */
    public static CrashReport run(Supplier<SimulatedMedium> media, Failure failure, int transactions) {
        Findings findings = new Findings();
        long operations = 1;
        for (long failing = 1; failing <= operations; failing++) {
            SimulatedMedium medium = media.get();
            medium.fail(failing, failure);
            new FaultTrial(medium, findings).run(transactions);
            // Runs may differ a little, since a store may work beside the script.
            operations = Math.max(operations, medium.operations());
        }
        return findings.report();
    }

    private void run(int transactions) {
        while (acknowledged < transactions) {
            openAndCommit(transactions);
            Store store = opened();
            try {
                acknowledged = findings.check(store, acknowledged, possible);
                possible = acknowledged;
            } finally {
                close(store);
            }
        }
        findings.acknowledged(acknowledged);
    }

    private void openAndCommit(int transactions) {
        Store store = opened();
        try {
            CrashScript.prepare(store);
            for (int i = 0; i < TRANSACTIONS_PER_OPENING && acknowledged < transactions; i++) {
                CrashScript.run(store, acknowledged + 1);
                acknowledged++;
                possible = acknowledged;
            }
        } catch (CommitUnknownException e) {
            possible = acknowledged + 1;
        } catch (StoreException e) {
            // It is not there, as the check that follows sees.
        } finally {
            close(store);
        }
    }

    // The failure comes once, so whoever tries again succeeds.
    private Store opened() {
        try {
            return medium.open();
        } catch (StoreException e) {
            return medium.open();
        }
    }

    private static void close(Store store) {
        try {
            store.close();
        } catch (StoreException e) {
            // What was acknowledged is there all the same, as the next check sees.
        }
    }
}
