package org.stowage.spi;

import java.time.Duration;
import java.util.List;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** An open store. Its methods may be called by many threads. */
public interface Store extends AutoCloseable {

    /** Returns the shapes of the entities that are stored, by name in code point order. */
    List<EntitySchema> schemas();

    /**
     * Changes the stored shapes, in order, all or none: a transaction of its own, as durable as a commit when it returns.
     *
     * @param changes what to change
     * @return the shapes of all entities after it, as {@link #schemas()} gives them
     * @throws org.stowage.spi.error.SchemaMismatchException if a change does not fit ({@link SchemaChange#applyTo})
     * @throws org.stowage.spi.error.UniqueViolatedException if rows clash in a new unique index
     */
    List<EntitySchema> evolve(List<SchemaChange> changes);

    /**
     * Begins a transaction. A read-only one sees the state at the moment this returns.
     *
     * @param access what it may do
     * @param patience how long to wait for other transactions, if it must; positive
     * @return the transaction, which the caller closes
     * @throws org.stowage.spi.error.StoreTimeoutException if the wait was in vain
     * @throws org.stowage.spi.error.CancelledException if the thread was interrupted while it waited
     * @throws org.stowage.spi.error.ReadOnlyException if the store cannot be written and write access is asked for
     */
    Transaction begin(Access access, Duration patience);

    /**
     * Closes the store and gives back all that it holds. Transactions that are open are rolled back. A second call does nothing.
     */
    @Override
    void close();
}
