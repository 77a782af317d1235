package org.stowage.conformance.crash;

/**
 * What came of cutting the power.
 *
 * @param cuts how often it was cut
 * @param commits how many transactions had been acknowledged in the runs that were cut
 * @param lost after how many cuts an acknowledged transaction was missing
 * @param corrupt after how many the store could not be opened
 * @param partial after how many the store held something else than whole transactions
 * @param complaint what the first store that could not be opened said, or nothing
 */
public record PowerCutReport(int cuts, long commits, int lost, int corrupt, int partial, String complaint) {

    /** Returns after how many cuts something was wrong. */
    public int wrong() {
        return lost + corrupt + partial;
    }

    /** Returns the figures for people. */
    @Override
    public String toString() {
        return "%,d cuts in runs of %,d commits: lost %d, corrupt %d, partial %d"
                .formatted(cuts, commits, lost, corrupt, partial);
    }
}
