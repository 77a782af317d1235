package org.stowage.spi.engine;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/**
 * A place between rows of an order: just before or just after all rows that start with some values. It looks at the array of the
 * values that it was given, so it is used at once.
 */
final class Edge {

    private final @Nullable Object[] start;
    private final int length;
    private final boolean textStart;
    private final boolean after;

    /**
     * Describes the place.
     *
     * @param start the values of the first columns; null is a value here, the smallest
     * @param length how many of them count
     * @param textStart whether the last value is a text that the column's text starts with
     * @param after whether the place is after those rows
     */
    Edge(@Nullable Object[] start, int length, boolean textStart, boolean after) {
        this.start = start;
        this.length = length;
        this.textStart = textStart;
        this.after = after;
    }

    /** Returns the place before all rows with the same first columns as a row. */
    static Edge before(TupleOrder order, Row row, int length) {
        return new Edge(order.values(row, length), length, false, false);
    }

    /** Returns the place after all rows with the same first columns as a row. */
    static Edge after(TupleOrder order, Row row, int length) {
        return new Edge(order.values(row, length), length, false, true);
    }

    @Nullable Object start(int column) {
        return start[column];
    }

    int length() {
        return length;
    }

    boolean textStart() {
        return textStart;
    }

    boolean after() {
        return after;
    }
}
