package org.stowage.internal.session;

import java.util.function.Function;
import org.stowage.spi.Access;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreTransaction;

/** The store of one entity, and the way into its transactions. Looked up once when a repository is made; for many threads. */
public interface Session {

    /** Returns the store that the entity is routed to. */
    OpenStore store();

    /** Reads in the transaction that this thread is in, or else in a read-only one for this call alone. */
    <T> T read(Function<StoreTransaction, T> work);

    /**
     * Writes in the transaction that this thread is in, or else in one for this call alone, which is committed, and run again a few
     * times if it clashes with another one.
     */
    <T> T write(Function<StoreTransaction, T> work);

    /**
     * Returns a transaction that outlives the call, for a result that is read later: the one that this thread is in, or else one that
     * ends when the lease is closed.
     */
    Lease lease(Access access);

    /** A transaction on loan. Closing it ends the transaction only if it was begun for the lease; without a commit, nothing stays. */
    interface Lease extends AutoCloseable {

        /** Returns the transaction. */
        StoreTransaction transaction();

        @Override
        void close();
    }
}
