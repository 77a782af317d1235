package org.stowage.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreTimeoutException;

/**
 * The shapes of a store's entities as they are known here. Whoever changes them does it alone, and no transaction begins meanwhile, so that
 * none has shapes that are not those of its snapshot. For many threads.
 */
final class KnownShapes {

    private final String store;
    private final Duration patience;
    private final StampedLock changing = new StampedLock();
    private volatile SchemaCatalog catalog;

    /**
     * Creates them.
     *
     * @param patience how long a change waits for others
     */
    KnownShapes(String store, Duration patience, SchemaCatalog first) {
        this.store = store;
        this.patience = patience;
        this.catalog = first;
    }

    SchemaCatalog now() {
        return catalog;
    }

    /** Takes note of the shapes that the store has now; within {@link #changing}. */
    void become(SchemaCatalog changed) {
        catalog = changed;
    }

    /**
     * Does work that may change shapes, alone.
     *
     * @param purpose for messages, as in {@code to change shapes}
     * @throws StoreTimeoutException if waiting for others was in vain
     * @throws CancelledException if the thread was interrupted while it waited
     */
    <T extends @Nullable Object> T changing(String purpose, Supplier<T> work) {
        long stamp = locked(purpose, () -> changing.tryWriteLock(patience.toNanos(), TimeUnit.NANOSECONDS));
        try {
            return work.get();
        } finally {
            changing.unlockWrite(stamp);
        }
    }

    /**
     * Begins something while no shape changes. In quiet times that costs no more than a look.
     *
     * @param waiting how long to wait for a change to end
     * @param undo ends what was begun too early; it is begun again then
     * @throws StoreTimeoutException if the wait was in vain
     * @throws CancelledException if the thread was interrupted while it waited
     */
    <T> T unchanged(Duration waiting, Supplier<T> beginning, Consumer<T> undo) {
        long quiet = changing.tryOptimisticRead();
        if (quiet != 0) {
            T begun = beginning.get();
            if (changing.validate(quiet)) {
                return begun;
            }
            undo.accept(begun);
        }
        long stamp = locked("to begin", () -> changing.tryReadLock(waiting.toNanos(), TimeUnit.NANOSECONDS));
        try {
            return beginning.get();
        } finally {
            changing.unlockRead(stamp);
        }
    }

    /** A way to take a lock: gives 0 if the wait was in vain. */
    private interface Locking {
        long lock() throws InterruptedException;
    }

    private long locked(String purpose, Locking locking) {
        try {
            long stamp = locking.lock();
            if (stamp == 0) {
                throw new StoreTimeoutException(
                        ErrorContext.of(store),
                        "waiting " + purpose + " in store '" + store
                                + "' took too long, because its shapes are being changed; try again");
            }
            return stamp;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    ErrorContext.of(store),
                    "the thread was interrupted while it waited " + purpose + " in store '" + store + "'",
                    e);
        }
    }
}
