package org.stowage.spi.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Row;

/** A scan of one immutable table. It tests every row itself, so nothing is left of the condition. */
final class TableScan implements Scan {

    private final Runnable check;
    private final boolean ordered;
    private final Evaluator.@Nullable Filter filter;
    private final List<@Nullable Object> arguments;
    private @Nullable Segments rows;
    private long skipped;
    private long wanted;
    private long rowsRead;

    /**
     * Opens the scan.
     *
     * @param plan how
     * @param request what for
     * @param check throws once the transaction or the store is closed
     */
    TableScan(BoundPath plan, ScanRequest request, Runnable check) {
        this.check = check;
        this.ordered = plan.ordered();
        this.filter = plan.path().filter();
        this.arguments = request.arguments();
        Segments segments = plan.segments();
        this.rows = segments;
        this.wanted = ordered ? request.limit() : ScanRequest.UNLIMITED;
        if (ordered && filter == null) {
            segments.skip(request.offset());
        } else {
            this.skipped = ordered ? request.offset() : 0;
        }
    }

    @Override
    public @Nullable Row next() {
        check.run();
        Segments source = rows;
        if (source == null || wanted == 0) {
            return null;
        }
        for (Row row = source.next(); row != null; row = source.next()) {
            rowsRead++;
            if (filter != null && !filter.matches(row, arguments)) {
                continue;
            }
            if (skipped > 0) {
                skipped--;
                continue;
            }
            wanted--;
            return row;
        }
        return null;
    }

    @Override
    public Condition residual() {
        return Condition.ALWAYS;
    }

    @Override
    public boolean ordered() {
        return ordered;
    }

    @Override
    public boolean limited() {
        return ordered;
    }

    @Override
    public long rowsRead() {
        return rowsRead;
    }

    @Override
    public void close() {
        rows = null;
    }
}
