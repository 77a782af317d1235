package org.stowage.conformance.crash;

import org.stowage.spi.Store;

/** What was found in a store after each of several mishaps, compared with what a {@link CrashScript} was told. */
final class Findings {

    private int rounds;
    private long acknowledged;
    private long unacknowledged;
    private int lost;
    private int partial;

    void acknowledged(long more) {
        acknowledged += more;
    }

    /**
     * Looks at what a store holds.
     *
     * @param least the last transaction that was acknowledged
     * @param most the last one that may be there
     * @return the last one that is there
     */
    long check(Store store, long least, long most) {
        rounds++;
        if (store.schemas().isEmpty()) {
            lost += least > 0 ? 1 : 0;
            return 0;
        }
        long stored = CrashScript.progress(store);
        lost += stored < least ? 1 : 0;
        partial += stored > most || !CrashScript.stored(store).equals(CrashScript.expected(stored)) ? 1 : 0;
        unacknowledged += Math.max(0, stored - least);
        return stored;
    }

    /** Returns whether no store has held a part of a transaction. */
    boolean whole() {
        return partial == 0;
    }

    CrashReport report() {
        return new CrashReport(rounds, acknowledged, unacknowledged, lost, partial);
    }
}
