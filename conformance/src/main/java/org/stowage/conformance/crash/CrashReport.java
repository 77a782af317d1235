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

    /** What comes of no trial. */
    static final CrashReport NOTHING = new CrashReport(0, 0, 0, 0, 0);

    /** Returns what came of two trials. */
    CrashReport plus(CrashReport other) {
        return new CrashReport(
                rounds + other.rounds,
                acknowledged + other.acknowledged,
                unacknowledged + other.unacknowledged,
                lost + other.lost,
                partial + other.partial);
    }

    /** Returns the figures for people. */
    @Override
    public String toString() {
        return "%,d rounds, %,d commits acknowledged, %,d more found whole: rounds with lost commits %d, with partial transactions %d"
                .formatted(rounds, acknowledged, unacknowledged, lost, partial);
    }
}
