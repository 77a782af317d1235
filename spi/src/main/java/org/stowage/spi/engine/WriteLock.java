package org.stowage.spi.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreTimeoutException;

/**
 * Admits one writer at a time, in the order in which they came. It belongs to a transaction and not to a thread, which may hand
 * the transaction on.
 */
final class WriteLock {

    private final String store;
    private final Semaphore permit = new Semaphore(1, true);
    private volatile @Nullable Holder holder;

    private record Holder(Thread thread, long since) {}

    WriteLock(String store) {
        this.store = store;
    }

    /** Waits until this is the only writer. Whoever gets here calls {@link #release} once. */
    void acquire(Duration patience) {
        long start = System.nanoTime();
        boolean admitted;
        try {
            admitted = permit.tryAcquire(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    ErrorContext.of(store),
                    "waiting for write access to store '" + store + "' was interrupted after "
                            + milliseconds(System.nanoTime() - start) + "; nothing was changed",
                    e);
        }
        if (!admitted) {
            throw new StoreTimeoutException(ErrorContext.of(store), tooLate(System.nanoTime() - start));
        }
        holder = new Holder(Thread.currentThread(), System.nanoTime());
    }

    void release() {
        holder = null;
        permit.release();
    }

    private String tooLate(long waited) {
        Holder now = holder;
        String reason;
        if (now == null) {
            reason = "because others wrote";
        } else if (now.thread().equals(Thread.currentThread())) {
            reason = "for this very thread, '" + now.thread().getName()
                    + "', which has a write transaction open; end that first";
        } else {
            reason = "for thread '" + now.thread().getName() + "', which has been writing for "
                    + milliseconds(System.nanoTime() - now.since()) + "; try again or wait longer";
        }
        return "no write access to store '" + store + "': waited " + milliseconds(waited) + " " + reason;
    }

    private static String milliseconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
    }
}
