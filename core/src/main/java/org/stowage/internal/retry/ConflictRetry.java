package org.stowage.internal.retry;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ErrorContext;

/**
 * Decides whether a transaction that failed is run again: only after a clash with another one, a bounded number of times, and after a
 * random pause, so that those who clashed do not meet again.
 */
public final class ConflictRetry {

    /** How often a transaction is run at most. */
    public static final int MOST_RUNS = 10;

    private static final int DEEPEST_CAUSE = 16;
    private static final long LONGEST_PAUSE_MILLIS = 100;

    private ConflictRetry() {}

    /** Returns whether a transaction that has been run so often is to be run again after a failure. */
    public static boolean helps(Throwable failure, int runs) {
        return runs < MOST_RUNS && stemsFromConflict(failure);
    }

    private static boolean stemsFromConflict(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof ConflictException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /**
     * Waits for a random time that is longer on average the more often the transaction has been run.
     *
     * @throws CancelledException if the thread is interrupted; its interrupt status is set
     */
    public static void pause(Throwable failure, int runs) {
        long bound = Math.min(LONGEST_PAUSE_MILLIS, 1L << runs);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(bound + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    ErrorContext.none(),
                    "the thread was interrupted while a transaction that clashed with another one waited to be run again",
                    failure);
        }
    }
}
