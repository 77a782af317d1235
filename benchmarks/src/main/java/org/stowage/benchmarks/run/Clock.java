package org.stowage.benchmarks.run;

import java.util.List;

/** Which time counts. */
public enum Clock {
    /** That on which the measuring thread was running: for work that waits for nothing. */
    PROCESSOR("processor time"),
    /** That on the wall: for work that waits for the disk, for locks, or for another process. */
    WALL("time on the wall"),
    /** None: what is counted are bytes. */
    BYTES("bytes of the heap a row"),
    /** None: what is counted are flushes to the disk. */
    FLUSHES("flushes to the disk a commit");

    private final String title;

    Clock(String title) {
        this.title = title;
    }

    /** Returns what it is called in tables. */
    public String title() {
        return title;
    }

    /** Returns the times that count, one a round. */
    public List<Double> times(Turns turns) {
        return switch (this) {
            case PROCESSOR -> turns.processor();
            case WALL, BYTES, FLUSHES -> turns.seconds();
        };
    }
}
