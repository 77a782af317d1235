package org.stowage.spi.engine;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/**
 * A place between rows of an order: just before or just after all rows that start with some values.
 *
 * @param start the values of the first columns; null is a value here, the smallest
 * @param length how many of them count
 * @param textStart whether the last value is a text that the column's text starts with
 * @param after whether the place is after those rows
 */
record Edge(@Nullable Object[] start, int length, boolean textStart, boolean after) {

    /** Returns the place before all rows with the same first columns as a row. */
    static Edge before(TupleOrder order, Row row, int length) {
        return new Edge(order.values(row, length), length, false, false);
    }

    /** Returns the place after all rows with the same first columns as a row. */
    static Edge after(TupleOrder order, Row row, int length) {
        return new Edge(order.values(row, length), length, false, true);
    }
}
