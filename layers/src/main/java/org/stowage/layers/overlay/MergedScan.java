package org.stowage.layers.overlay;

import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Row;

/** The whole result of a request: rows from beneath that count, and rows of the overlay, both in order. */
final class MergedScan implements Scan {

    private final Scan base;
    private final Predicate<Row> counts;
    private final Scan delta;
    private final Comparator<Row> order;
    private final long offset;
    private final long limit;

    private boolean begun;
    private @Nullable Row nextOfBase;
    private @Nullable Row nextOfDelta;
    private long taken;

    /**
     * Merges scans of which nothing is left to be done but offset and limit.
     *
     * @param base rows from beneath in order, more than are wanted
     * @param counts whether a row from beneath is part of the result
     * @param delta rows of the overlay in order
     */
    MergedScan(Scan base, Predicate<Row> counts, Scan delta, Comparator<Row> order, ScanRequest request) {
        this.base = base;
        this.counts = counts;
        this.delta = delta;
        this.order = order;
        this.offset = request.offset();
        this.limit = request.limit();
    }

    @Override
    public @Nullable Row next() {
        if (taken == limit) {
            return null;
        }
        if (!begun) {
            begun = true;
            nextOfBase = advanceBase();
            nextOfDelta = delta.next();
            for (long skipped = 0; skipped < offset && advance() != null; skipped++) {
                // Only the reading matters.
            }
        }
        Row row = advance();
        if (row != null) {
            taken++;
        }
        return row;
    }

    private @Nullable Row advance() {
        Row ofBase = nextOfBase;
        Row ofDelta = nextOfDelta;
        if (ofDelta == null || (ofBase != null && order.compare(ofBase, ofDelta) < 0)) {
            nextOfBase = ofBase == null ? null : advanceBase();
            return ofBase;
        }
        nextOfDelta = delta.next();
        return ofDelta;
    }

    private @Nullable Row advanceBase() {
        Row row = base.next();
        while (row != null && !counts.test(row)) {
            row = base.next();
        }
        return row;
    }

    @Override
    public Condition residual() {
        return Condition.ALWAYS;
    }

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public boolean limited() {
        return true;
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
