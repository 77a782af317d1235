package org.stowage.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/**
 * A scan that does what another has left: it tests the residual, puts the rows in order and takes the wanted part of them. This is why
 * a store may ignore every hint of a request and still be right.
 *
 * <p>Rows that already come in order pass through one by one. Otherwise they are collected, all of them or, if the request has a
 * limit, no more at a time than offset and limit need.
 */
public final class CompletedScan implements Scan {

    private final Scan raw;
    private final Evaluator.@Nullable Filter filter;
    private final @Nullable Comparator<Row> order;
    private final List<@Nullable Object> arguments;
    private final long offset;
    private final long limit;

    private @Nullable Row[] sorted = new @Nullable Row[0];
    private int sortedPosition;
    private boolean begun;
    private long taken;
    private boolean closed;

    private CompletedScan(
            Scan raw,
            Evaluator.@Nullable Filter filter,
            @Nullable Comparator<Row> order,
            List<@Nullable Object> arguments,
            long offset,
            long limit) {
        this.raw = raw;
        this.filter = filter;
        this.order = order;
        this.arguments = arguments;
        this.offset = offset;
        this.limit = limit;
    }

    /**
     * Returns a scan of exactly the result of a request: the raw scan itself if it has left nothing, else one that closes it. If this throws,
     * the raw scan is closed.
     *
     * @param raw what the store gave for the request
     * @param request the request
     * @param schema the shape of the rows
     * @throws IllegalStateException if the raw scan claims to have applied offset and limit, but not the filter or the order before them
     */
    public static Scan of(Scan raw, ScanRequest request, EntitySchema schema) {
        try {
            return complete(raw, request, schema);
        } catch (RuntimeException | Error e) {
            raw.close();
            throw e;
        }
    }

    private static Scan complete(Scan raw, ScanRequest request, EntitySchema schema) {
        Condition residual = raw.residual();
        boolean filtered = residual.equals(Condition.ALWAYS);
        boolean limited = raw.limited();
        if (limited && !(filtered && raw.ordered())) {
            throw new IllegalStateException(
                    "a scan of '" + schema.name()
                            + "' has applied offset and limit before its residual or its order; only what is complete may be limited");
        }
        if (filtered && raw.ordered() && (limited || !request.bounded())) {
            return raw;
        }
        return new CompletedScan(
                raw,
                filtered ? null : filter(residual, request, schema),
                raw.ordered() ? null : Evaluator.order(schema, request.query()),
                request.arguments(),
                request.offset(),
                request.limit());
    }

    private static Evaluator.Filter filter(Condition residual, ScanRequest request, EntitySchema schema) {
        return residual.equals(request.query().condition())
                ? Evaluator.filter(schema, request.query())
                : Evaluator.filter(schema, residual);
    }

    @Override
    public @Nullable Row next() {
        if (closed) {
            throw new IllegalStateException("the scan is closed");
        }
        if (taken == limit) {
            return null;
        }
        if (!begun) {
            begun = true;
            begin();
        }
        Row row = order == null ? nextMatch() : nextSorted();
        if (row != null) {
            taken++;
        }
        return row;
    }

    private void begin() {
        if (order == null) {
            for (long skipped = 0; skipped < offset && nextMatch() != null; skipped++) {
                // Only the reading matters.
            }
        } else {
            sorted = collect(order);
            sortedPosition = (int) Math.min(offset, sorted.length);
        }
    }

    private @Nullable Row nextMatch() {
        Row row = raw.next();
        while (row != null && filter != null && !filter.matches(row, arguments)) {
            row = raw.next();
        }
        return row;
    }

    private @Nullable Row nextSorted() {
        if (sortedPosition == sorted.length) {
            return null;
        }
        Row row = sorted[sortedPosition];
        // What was handed out need not be kept for as long as the rest is read.
        sorted[sortedPosition++] = null;
        return row;
    }

    private @Nullable Row[] collect(Comparator<Row> wanted) {
        Collection<Row> kept = limit == ScanRequest.UNLIMITED ? all() : first(wanted, offset + limit);
        Row[] rows = kept.toArray(Row[]::new);
        Arrays.sort(rows, wanted);
        return rows;
    }

    private Collection<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (Row row = nextMatch(); row != null; row = nextMatch()) {
            rows.add(row);
        }
        return rows;
    }

    /** Returns the first rows by the order. A sum of offset and limit beyond what a long holds is negative, and limits nothing. */
    private Collection<Row> first(Comparator<Row> wanted, long most) {
        if (most < 0) {
            return all();
        }
        // The last of those kept stands at the head, so that it can be replaced.
        PriorityQueue<Row> kept = new PriorityQueue<>(wanted.reversed());
        for (Row row = nextMatch(); row != null; row = nextMatch()) {
            if (kept.size() < most) {
                kept.add(row);
            } else if (wanted.compare(row, kept.element()) < 0) {
                kept.remove();
                kept.add(row);
            }
        }
        return kept;
    }

    /** Returns {@link Condition#ALWAYS}. */
    @Override
    public Condition residual() {
        return Condition.ALWAYS;
    }

    /** Returns true. */
    @Override
    public boolean ordered() {
        return true;
    }

    /** Returns true. */
    @Override
    public boolean limited() {
        return true;
    }

    @Override
    public long rowsRead() {
        return raw.rowsRead();
    }

    @Override
    public void close() {
        closed = true;
        sorted = new @Nullable Row[0];
        sortedPosition = 0;
        raw.close();
    }
}
