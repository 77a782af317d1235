package org.stowage.store;

import org.jspecify.annotations.Nullable;

/**
 * What is done in a transaction, with a result.
 *
 * @param <T> the result
 * @param <E> what it may throw besides unchecked exceptions
 */
@FunctionalInterface
public interface TransactionCall<T extends @Nullable Object, E extends Exception> {

    /** Does it. It may be called again, from its beginning, when the transaction clashed with another one. */
    T call() throws E;
}
