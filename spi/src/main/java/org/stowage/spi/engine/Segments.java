package org.stowage.spi.engine;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/**
 * The rows of some ranges in the order of a query, in pieces that are each read in one direction: the ranges, or the groups in them
 * if rows within a group go the other way. For one thread.
 */
final class Segments {

    private final RowTree tree;
    private final RowRanges ranges;
    private final boolean backward;
    private final int groupColumns;
    // The range after the current one, counted in the direction of reading.
    private int range;
    // What is left of the current range.
    private int from;
    private int to;
    private TreeCursor piece;

    Segments(RowTree tree, RowRanges ranges, @Nullable OrderMatch match) {
        this.tree = tree;
        this.ranges = ranges;
        this.backward = match != null && match.backward();
        this.groupColumns = match == null ? 0 : match.groupColumns();
        this.piece = tree.cursor(0, 0, false);
    }

    /** Returns the next row, or null after the last. */
    @Nullable Row next() {
        Row row = piece.next();
        while (row == null) {
            if (from >= to && !advance()) {
                return null;
            }
            int size = pieceSize();
            piece = take(size, 0);
            row = piece.next();
        }
        return row;
    }

    /** Passes over rows without reading them. Called before the first row is read. */
    void skip(long rows) {
        long rest = rows;
        while (rest > 0 && (from < to || advance())) {
            int size = pieceSize();
            int skipped = (int) Math.min(size, rest);
            piece = take(size, skipped);
            rest -= skipped;
        }
    }

    private boolean advance() {
        int count = ranges.count();
        while (from >= to) {
            if (range == count) {
                return false;
            }
            int next = backward ? count - 1 - range : range;
            from = ranges.from(next);
            to = ranges.to(next);
            range++;
        }
        return true;
    }

    private int pieceSize() {
        if (groupColumns == 0) {
            return to - from;
        }
        TupleOrder order = tree.order();
        return backward
                ? to - Math.max(from, tree.rank(Edge.before(order, tree.at(to - 1), groupColumns)))
                : Math.min(to, tree.rank(Edge.after(order, tree.at(from), groupColumns))) - from;
    }

    private TreeCursor take(int size, int skipped) {
        int start = backward ? to - size : from;
        int end = start + size;
        if (backward) {
            to = start;
        } else {
            from = end;
        }
        boolean pieceBackward = backward != (groupColumns > 0);
        return pieceBackward ? tree.cursor(start, end - skipped, true) : tree.cursor(start + skipped, end, false);
    }
}
