package org.stowage.tck;

import java.util.List;
import java.util.Optional;

/**
 * How a test of the TCK ended.
 *
 * @param test its class and method
 * @param finished whether it ran to an end, good or bad, and was not skipped or given up
 * @param failure what it failed with
 * @param excuses what repositories did not do while it ran
 */
record TckOutcome(
        String test, boolean finished, Optional<Throwable> failure, List<UnsupportedOperationException> excuses) {

    boolean passed() {
        return finished && failure.isEmpty();
    }

    boolean excused() {
        return !excuses.isEmpty();
    }

    /** Fails if the test did not pass on its own merits. */
    void check() {
        failure.ifPresent(thrown -> {
            throw new AssertionError(test + ": " + thrown.getMessage(), thrown);
        });
        if (!finished) {
            throw new AssertionError(test + " was skipped");
        }
        if (excused()) {
            throw new AssertionError(test + " met something that is not supported", excuses.get(0));
        }
    }
}
