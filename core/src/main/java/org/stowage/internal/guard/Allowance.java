package org.stowage.internal.guard;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Time that threads are given to end, of which only that counts in which the machine goes on: while it stands still, or is busy with others,
 * they cannot go on either, and are not to be blamed for it.
 */
class Allowance {

    /** What a time counts at most in which nobody was awake to look. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private long left;

    /** Creates it whole. */
    Allowance(Duration whole) {
        left = TimeUnit.NANOSECONDS.convert(whole);
    }

    /**
     * Waits for a thread to end, and returns whether it has.
     *
     * @throws InterruptedException if the caller is interrupted, who may go on with what is left
     */
    boolean suffices(Thread thread) throws InterruptedException {
        boolean ended = !thread.isAlive();
        while (!ended && left > 0) {
            long step = Math.min(left, STEP_NANOS);
            long start = now();
            try {
                ended = thread.join(Duration.ofNanos(step));
            } finally {
                left -= Math.min(step, now() - start);
            }
        }
        return ended;
    }

    /** Returns the nanoseconds since some moment. */
    long now() {
        return System.nanoTime();
    }
}
