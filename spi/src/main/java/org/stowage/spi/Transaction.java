package org.stowage.spi;

import java.util.Optional;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * A unit of work: all of it or nothing. Used by one thread at a time. Reads see what the transaction wrote itself.
 *
 * @implSpec A provider need not guard against misuse: above it, every transaction that had a failing operation is only rolled back,
 *     and use after the end, writes in a read-only transaction and unchecked values never come here.
 */
public interface Transaction extends AutoCloseable {

    /**
     * Returns the row with a key, if there is one.
     *
     * @param entity the logical name of an entity that {@link Store#schemas()} has
     * @param key its key
     */
    Optional<Row> get(String entity, Key key);

    /**
     * Finds rows. What comes back says how much of the request is already done; the rows are a superset of those that match.
     *
     * @param request what is asked; all of it but the entity is a hint
     * @return the rows, which the caller closes. They do not change while they are read, even if the transaction writes.
     */
    Scan scan(ScanRequest request);

    /**
     * Writes a batch, whole or not at all.
     *
     * @return how many rows it concerned
     * @throws org.stowage.spi.error.StoreException as the kinds of {@link Change} say
     */
    ChangeResult apply(Change change);

    /**
     * Ends the transaction and makes what it wrote stay. When this returns, the promise of {@link Capabilities.Durability} holds; when it
     * throws, nothing of the transaction is there, {@code CommitUnknownException} excepted.
     *
     * @return how many rows the transaction inserted, updated, saved or deleted altogether
     */
    ChangeResult commit();

    /** Ends the transaction; without a commit before, nothing of it stays. A second call does nothing. Closes its scans. */
    @Override
    void close();
}
