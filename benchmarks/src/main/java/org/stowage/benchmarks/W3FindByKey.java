package org.stowage.benchmarks;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One row by its key, the keys in no order; one operation is one row. */
public class W3FindByKey extends Workload {

    private static final int KEYS = 1 << 16;

    private long[] keys = {};
    private int next;

    @Override
    void begin() {
        keys = Catalogue.keys(KEYS, rows);
    }

    @Override
    @Nullable Item operation() throws SQLException {
        return contender.find(keys[next++ & (KEYS - 1)]);
    }

    final void skip(long count) {
        next += (int) count;
    }
}
