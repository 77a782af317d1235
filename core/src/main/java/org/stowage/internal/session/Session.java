package org.stowage.internal.session;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Access;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreTransaction;

/** The way into the transactions of one store. Looked up once, when a repository is made; for many threads. */
public interface Session {

    /** Returns the store. */
    OpenStore store();

    /** Reads in the transaction that this thread is in, or else in a read-only one for this call alone. */
    <T extends @Nullable Object> T read(Function<StoreTransaction, T> work);

    /** Returns the row with a key, or null, as {@link #read} would; the shape says of which entity. */
    @Nullable Row get(PreparedShape shape, Key key);

    /**
     * Writes in the transaction that this thread is in, which is then rolled back if something is thrown, or else in one for this call
     * alone, which is committed, and run again a few times if it clashes with another one.
     */
    <T extends @Nullable Object> T write(Function<StoreTransaction, T> work);

    /**
     * Returns a transaction that outlives the call, for a result that is read later: the one that this thread is in, or else one that
     * ends when the lease is closed.
     *
     * @param access what it may do if it is begun for the lease
     */
    Lease lease(Access access);

    /** A transaction on loan. Closing it ends the transaction only if it was begun for the lease; without a commit, nothing stays. */
    interface Lease extends AutoCloseable {

        /** Returns the transaction. */
        StoreTransaction transaction();

        /**
         * Watches whoever reads in a transaction that was begun for the lease: if that becomes garbage before the lease is closed, the
         * transaction is ended and the loss reported as a warning. Called once, by the thread of the transaction.
         *
         * @param reader who reads; holds the lease, and must not be reachable from it otherwise
         * @param what names the reader and where it began, as the beginning of a sentence
         */
        void watch(Object reader, Supplier<String> what);

        @Override
        void close();
    }
}
