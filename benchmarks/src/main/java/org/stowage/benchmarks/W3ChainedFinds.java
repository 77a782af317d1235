package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.Objects;

/**
 * One row by its key, and which key is known only when the row before it is there: so it is when an application follows a reference, and the
 * processor cannot begin the next find before the last one has ended.
 */
public class W3ChainedFinds extends Workload {

    private static final int KEYS = 1 << 16;

    private long[] keys = {};
    private int next;

    @Override
    void begin() {
        keys = Catalogue.keys(KEYS, rows);
    }

    @Override
    Item operation() throws SQLException {
        Item found = Objects.requireNonNull(contender.find(keys[next & (KEYS - 1)]));
        next += 1 + (int) (found.id() & 1);
        return found;
    }
}
