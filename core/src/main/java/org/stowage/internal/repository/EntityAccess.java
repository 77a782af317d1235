package org.stowage.internal.repository;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.internal.session.PreparedShape;
import org.stowage.internal.session.Session;
import org.stowage.spi.error.StoreException;
import org.stowage.store.StoreTransaction;

/**
 * An entity as repositories work with it: its rows, and the transactions of its store. Immutable, for many threads.
 *
 * @param mapping how objects and rows follow from each other
 * @param session the way into the store
 * @param shape the shape for which the mapping is
 * @param failures how the store's failures are told
 */
record EntityAccess(EntityMapping mapping, Session session, PreparedShape shape, DataFailures failures) {

    EntityAccess(EntityMapping mapping, Session session) {
        this(
                mapping,
                session,
                new PreparedShape(mapping.schema()),
                new DataFailures(mapping.schema().name(), session.store().name()));
    }

    String name() {
        return mapping.schema().name();
    }

    String store() {
        return session.store().name();
    }

    <T extends @Nullable Object> T read(Function<StoreTransaction, T> work) {
        return told(() -> session.read(inShape(work)));
    }

    <T extends @Nullable Object> T write(Function<StoreTransaction, T> work) {
        return told(() -> session.write(inShape(work)));
    }

    private <T extends @Nullable Object> Function<StoreTransaction, T> inShape(Function<StoreTransaction, T> work) {
        return transaction -> {
            shape.require(transaction);
            return work.apply(transaction);
        };
    }

    /** Does something whose failures are told in the words of Jakarta Data. */
    <T extends @Nullable Object> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException failure) {
            throw failures.of(failure);
        }
    }
}
