package org.stowage.spi;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.value.Row;

/**
 * Rows on their way out of a store, and what of the request is still to be done with them. Used by the thread of its transaction.
 *
 * <p>A row that comes belongs to the result if and only if {@link #residual()} is true of it. Offset and limit count rows of the
 * ordered result, so they may have been applied only if the residual is {@link Condition#ALWAYS} and the rows are ordered.
 */
public interface Scan extends AutoCloseable {

    /** Returns the next row, or null after the last. */
    @Nullable Row next();

    /** Returns the condition that still has to be tested; {@link Condition#ALWAYS} if there is none. */
    Condition residual();

    /** Returns whether the rows come in the order of the query. */
    boolean ordered();

    /** Returns whether the offset and the limit of the request have been applied. */
    boolean limited();

    /** Returns how many rows the store has read so far to produce these, as far as it knows; at least those that came out. */
    long rowsRead();

    /** Gives back what the scan holds. A second call does nothing. */
    @Override
    void close();
}
