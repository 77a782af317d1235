package org.stowage.store;

/**
 * What is done in a transaction, without a result.
 *
 * @param <E> what it may throw besides unchecked exceptions
 */
@FunctionalInterface
public interface TransactionTask<E extends Exception> {

    /** Does it. It may be called again, from its beginning, when the transaction clashed with another one. */
    void run() throws E;
}
