package org.stowage.sqlite;

import java.time.Duration;

/**
 * The moment when patience ends.
 *
 * @param end in the terms of {@link System#nanoTime()}
 * @param patience how long it was at the start, for messages
 */
record Deadline(long end, Duration patience) {

    // Half the range of nanoTime, so that the difference of two moments never overflows.
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    /** Returns the deadline that ends after a time from now. */
    static Deadline after(Duration patience) {
        Duration bounded = patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
        return new Deadline(System.nanoTime() + bounded.toNanos(), patience);
    }

    /** Returns how many nanoseconds are left; zero or less if there are none. */
    long remainingNanos() {
        return end - System.nanoTime();
    }

    /** Returns whether patience has ended. */
    boolean passed() {
        return remainingNanos() <= 0;
    }
}
