package org.stowage.conformance.crash;

/**
 * What came of a trial.
 *
 * @param rounds how often something happened and the store was looked at
 * @param acknowledged how many transactions had been acknowledged altogether
 * @param unacknowledged how many more were there, whole, because it happened between commit and acknowledgement
 * @param lost in how many rounds an acknowledged transaction was missing
 * @param partial in how many rounds the store held something else than whole transactions
 */
public record CrashReport(int rounds, long acknowledged, long unacknowledged, int lost, int partial) {

    /** Returns the figures for people. */
    @Override
    public String toString() {
        return rounds + " rounds, " + acknowledged + " commits acknowledged, " + unacknowledged
                + " more found whole, rounds with lost commits " + lost + ", with partial transactions " + partial;
    }
}
