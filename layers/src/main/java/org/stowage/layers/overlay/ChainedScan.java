package org.stowage.layers.overlay;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.value.Row;

/**
 * Rows from beneath that count, then rows of the overlay: for a store beneath that gives no order, so that the engine need not sort
 * twice, or for a count not at all.
 *
 * <p>What is left to be tested of the rows from beneath is true of those of the overlay, which are the result already.
 */
final class ChainedScan implements Scan {

    private final Scan base;
    private final Predicate<Row> counts;
    private final Scan delta;
    private final Condition residual;
    private boolean baseEnded;

    /**
     * Chains scans.
     *
     * @param base rows from beneath in any order
     * @param counts whether a row from beneath may be part of the result
     * @param delta rows of the overlay, all of them part of the result
     * @param residual what is still to be tested
     */
    ChainedScan(Scan base, Predicate<Row> counts, Scan delta, Condition residual) {
        this.base = base;
        this.counts = counts;
        this.delta = delta;
        this.residual = residual;
    }

    @Override
    public @Nullable Row next() {
        while (!baseEnded) {
            Row row = base.next();
            if (row == null) {
                baseEnded = true;
            } else if (counts.test(row)) {
                return row;
            }
        }
        return delta.next();
    }

    @Override
    public Condition residual() {
        return residual;
    }

    @Override
    public boolean ordered() {
        return false;
    }

    @Override
    public boolean limited() {
        return false;
    }

    @Override
    public long rowsRead() {
        return base.rowsRead() + delta.rowsRead();
    }

    @Override
    public void close() {
        try (base) {
            delta.close();
        }
    }
}
