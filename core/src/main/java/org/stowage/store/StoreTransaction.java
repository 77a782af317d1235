package org.stowage.store;

import java.util.Optional;
import org.stowage.spi.Access;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * A unit of work in one store, used by the thread that began it. The same rules hold on every provider: an operation that fails
 * leaves the transaction to be rolled back only, and every value is checked before a provider sees it.
 */
public final class StoreTransaction implements AutoCloseable {

    StoreTransaction() {}

    /** Returns the store. */
    public OpenStore store() {
        throw new UnsupportedOperationException();
    }

    /** Returns what it may do. */
    public Access access() {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns the shape of an entity as this transaction sees it.
     *
     * @throws org.stowage.spi.error.InvalidNameException if there is no such entity; suggests the nearest
     */
    public EntitySchema schema(String entity) {
        throw new UnsupportedOperationException();
    }

    /** Returns the row with a key, if there is one. */
    public Optional<Row> get(String entity, Key key) {
        throw new UnsupportedOperationException();
    }

    /** Finds rows, all of what is asked done. The caller closes what comes back; so does the end of the transaction. */
    public RowStream scan(ScanRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Returns how many rows a scan of the request would give. */
    public long count(ScanRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Returns how the store would answer a scan, and what is left to the engine; reads no rows. */
    public ScanPlan explain(ScanRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Writes a batch, whole or not at all, and returns how many rows it concerned. */
    public long apply(Change change) {
        throw new UnsupportedOperationException();
    }

    /** Ends the transaction, makes what it wrote stay, and returns how many rows it wrote altogether. */
    public long commit() {
        throw new UnsupportedOperationException();
    }

    /** Returns the engine's own object of a type, if there is one. */
    public <T> Optional<T> unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    /** Ends the transaction; without a commit before, nothing of it stays. A second call does nothing. */
    @Override
    public void close() {}
}
