package org.stowage.store;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/**
 * The rows of a finished scan: filtered, ordered and limited as asked. Read by the thread of its transaction, whose end closes it.
 */
public final class RowStream implements AutoCloseable {

    RowStream() {}

    /** Returns the next row, or null after the last. */
    public @Nullable Row next() {
        throw new UnsupportedOperationException();
    }

    /** Returns the remaining rows as a stream, sequential and ordered; closing it closes this. */
    public Stream<Row> stream() {
        throw new UnsupportedOperationException();
    }

    /** Returns how many rows the store has read so far to produce these, as far as it knows. */
    public long rowsRead() {
        throw new UnsupportedOperationException();
    }

    /** Gives back what the scan holds. A second call does nothing. */
    @Override
    public void close() {}
}
