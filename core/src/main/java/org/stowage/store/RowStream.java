package org.stowage.store;

import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.value.Row;

/**
 * The rows of a finished scan: filtered, ordered and limited as asked. Read by the thread of its transaction, whose end closes it. What
 * it holds is given back when it is closed, and also after the last row.
 */
public final class RowStream implements AutoCloseable {

    private final StoreTransaction transaction;
    private final Scan scan;
    private final @Nullable ScanEvent event;
    private boolean exhausted;
    private boolean closed;

    RowStream(StoreTransaction transaction, String entity, Scan scan) {
        this.transaction = transaction;
        this.scan = scan;
        this.event = ScanEvent.begun(entity);
    }

    /**
     * Returns the next row, or null after the last.
     *
     * @throws StoreClosedException if this or the transaction has been closed
     */
    public @Nullable Row next() {
        transaction.requireUsable();
        if (exhausted) {
            return null;
        }
        if (closed) {
            throw new StoreClosedException(
                    ErrorContext.of(transaction.store().name()),
                    "the rows were closed before the last was read; keep them open while they are read");
        }
        try {
            Row row = scan.next();
            if (row == null) {
                exhausted = true;
                close();
            } else if (event != null) {
                event.found();
            }
            return row;
        } catch (Throwable thrown) {
            throw transaction.failed(thrown, "read rows from");
        }
    }

    /** Returns the remaining rows, sequential and in order; closing the stream closes this. */
    public Stream<Row> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(
                        new AbstractSpliterator<Row>(Long.MAX_VALUE, traits) {
                            @Override
                            public boolean tryAdvance(Consumer<? super Row> action) {
                                Row row = next();
                                if (row == null) {
                                    return false;
                                }
                                action.accept(row);
                                return true;
                            }
                        },
                        false)
                .onClose(this::close);
    }

    /** Returns how many rows the store has read so far to produce these, as far as it knows. */
    public long rowsRead() {
        return scan.rowsRead();
    }

    /** Gives back what the scan holds. A second call does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            transaction.closed(this);
            if (event != null) {
                event.ended(transaction.store(), scan.rowsRead());
            }
            try {
                scan.close();
            } catch (Throwable thrown) {
                throw transaction.failed(thrown, "closed the rows of");
            }
        }
    }
}
