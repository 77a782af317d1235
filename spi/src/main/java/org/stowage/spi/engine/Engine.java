package org.stowage.spi.engine;

import java.time.Duration;
import java.util.List;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** A store in memory. Safe for many threads. */
public final class Engine implements Store {

    private Engine() {}

    /**
     * Starts a store.
     *
     * @param store what the application calls it, for messages
     */
    public static EngineBuilder named(String store) {
        return new EngineBuilder(store);
    }

    /** Returns the state that a reader would see now. */
    public Snapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<EntitySchema> schemas() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
