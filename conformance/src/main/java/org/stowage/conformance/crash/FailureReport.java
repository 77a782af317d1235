package org.stowage.conformance.crash;

/**
 * What came of calls to the system that failed.
 *
 * @param failures how many did, each in a run of its own
 * @param acknowledged how many transactions had been acknowledged altogether
 * @param lost how often an acknowledged transaction was missing
 * @param partial how often there was something else than whole transactions, or one that was said to have failed
 */
public record FailureReport(int failures, long acknowledged, int lost, int partial) {

    FailureReport plus(FailureReport other) {
        return new FailureReport(
                failures + other.failures,
                acknowledged + other.acknowledged,
                lost + other.lost,
                partial + other.partial);
    }

    /** Returns the figures for people. */
    @Override
    public String toString() {
        return "%,d failing calls, %,d commits acknowledged: lost %d, partial or invented %d"
                .formatted(failures, acknowledged, lost, partial);
    }
}
