package org.stowage;

import java.util.Map;
import org.stowage.store.OpenStore;
import org.stowage.store.TransactionCall;
import org.stowage.store.TransactionTask;

/** Open stores, and repositories over them. For many threads. */
public final class Stowage implements AutoCloseable {

    Stowage() {}

    /** Opens one store for everything, such as {@code memory} or {@code sqlite:shop.db}. */
    public static Stowage open(String url) {
        return builder().store("*", url).open();
    }

    /** Starts the description of what to open. */
    public static StowageBuilder builder() {
        return new StowageBuilder();
    }

    /** Returns the repository of an interface; the same at every call. */
    public <R> R repository(Class<R> type) {
        throw new UnsupportedOperationException();
    }

    /** Does something in one read-write transaction, which is committed at the end. */
    public <E extends Exception> void inTransaction(TransactionTask<E> task) throws E {
        throw new UnsupportedOperationException();
    }

    /** Does something in one read-write transaction, which is committed at the end, and returns its result. */
    public <T, E extends Exception> T inTransaction(TransactionCall<T, E> call) throws E {
        throw new UnsupportedOperationException();
    }

    /** Reads one snapshot. */
    public <E extends Exception> void inReadOnlyTransaction(TransactionTask<E> task) throws E {
        throw new UnsupportedOperationException();
    }

    /** Reads one snapshot and returns the result. */
    public <T, E extends Exception> T inReadOnlyTransaction(TransactionCall<T, E> call) throws E {
        throw new UnsupportedOperationException();
    }

    /** Returns a store by its name. */
    public OpenStore store(String name) {
        throw new UnsupportedOperationException();
    }

    /** Returns the store that an entity is routed to. */
    public OpenStore storeFor(String entity) {
        throw new UnsupportedOperationException();
    }

    /** Returns what the stores are and who lives in them, by store name. */
    public Map<String, StoreDescription> stores() {
        throw new UnsupportedOperationException();
    }

    /** Closes the stores; open transactions are rolled back. A second call does nothing. */
    @Override
    public void close() {}
}
