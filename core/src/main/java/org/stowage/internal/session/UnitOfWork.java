package org.stowage.internal.session;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.Access;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.error.UnsupportedException;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreTransaction;

/** What one thread does as one transaction: begun in the store that is touched first, and confined to it. */
final class UnitOfWork implements AutoCloseable {

    private final Access access;
    private @Nullable StoreTransaction transaction;
    private @Nullable Throwable failure;

    UnitOfWork(Access access) {
        this.access = access;
    }

    /** Returns the transaction, begun now if this is the first touch. */
    StoreTransaction transaction(OpenStore store) {
        requireIntact(store.name());
        if (transaction == null) {
            transaction = store.begin(access);
        } else if (transaction.store() != store) {
            String bound = transaction.store().name();
            UnsupportedException second = new UnsupportedException(
                    ErrorContext.of(store.name()),
                    "a transaction spans one store: this one began in store '" + bound + "' and now touches store '"
                            + store.name() + "'; use a transaction for each, or route both entities to the same store");
            abort(second);
            throw second;
        }
        return transaction;
    }

    private void requireIntact(String store) {
        if (failure != null) {
            throw new TransactionAbortedException(
                    ErrorContext.of(store),
                    "the transaction was rolled back when a part of it failed (the cause says which); run it again from its beginning",
                    failure);
        }
    }

    /** Rolls back; nothing more can be done in it. */
    void abort(Throwable cause) {
        if (failure == null) {
            failure = cause;
            if (transaction != null) {
                transaction.abort(cause);
            }
        }
    }

    void commit() {
        if (transaction != null) {
            // The store's own guard knows of operations that failed, this one of parts.
            requireIntact(transaction.store().name());
            transaction.commit();
        } else if (failure != null) {
            throw new TransactionAbortedException(
                    ErrorContext.none(),
                    "a part of the transaction failed (the cause says which); run it again",
                    failure);
        }
    }

    @Override
    public void close() {
        if (transaction != null) {
            transaction.close();
        }
    }
}
