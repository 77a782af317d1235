package org.stowage.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities.Concurrency;

/** The transactions of a store that another one of the same thread would have to wait for. For many threads. */
final class ExclusiveTransactions {

    private final String store;
    private final Concurrency concurrency;
    private final Set<StoreTransaction> open = ConcurrentHashMap.newKeySet();

    ExclusiveTransactions(String store, Concurrency concurrency) {
        this.store = store;
        this.concurrency = concurrency;
    }

    /** Takes note of a transaction that has begun. */
    void began(StoreTransaction transaction) {
        if (excludesOthers(transaction.access())) {
            open.add(transaction);
        }
    }

    /** Takes note of a transaction that has ended, perhaps not for the first time. */
    void ended(StoreTransaction transaction) {
        if (excludesOthers(transaction.access())) {
            open.remove(transaction);
        }
    }

    /**
     * Refuses to begin what this thread would keep itself from: waiting for oneself would end only with one's patience, and with a
     * message that accuses others.
     */
    void refuseToWaitForOneself(Access access) {
        if (open.isEmpty() || !excludesOthers(access)) {
            return;
        }
        Thread thread = Thread.currentThread();
        if (open.stream().anyMatch(transaction -> transaction.owner().equals(thread))) {
            throw new IllegalStateException("thread '" + thread.getName() + "' has a transaction open in store '"
                    + store + "' that would have to end first; do the work in that transaction, or after it");
        }
    }

    private boolean excludesOthers(Access access) {
        return switch (concurrency) {
            case SERIAL -> true;
            case ONE_WRITER -> access == Access.READ_WRITE;
            case MANY_WRITERS -> false;
        };
    }
}
