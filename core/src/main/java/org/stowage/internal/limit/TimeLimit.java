package org.stowage.internal.limit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ErrorContext;

/** Runs somebody else's code in a thread of its own and waits no longer than a limit. */
public final class TimeLimit {

    private TimeLimit() {}

    /**
     * Returns what the work returns.
     *
     * @param thread what its thread is called; a daemon, which is interrupted and left behind when the time is over
     * @param limit how long to wait
     * @param context the context class loader of the work
     * @throws TimeoutException if the work is not done in time
     * @throws ExecutionException if the work throws something, which is the cause
     * @throws CancelledException if the waiting thread is interrupted
     */
    public static <T> T call(String thread, Duration limit, @Nullable ClassLoader context, Callable<T> work)
            throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(task, thread);
        worker.setDaemon(true);
        worker.setContextClassLoader(context);
        worker.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw late;
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    ErrorContext.none(),
                    "the thread was interrupted while it waited for '" + thread + "'",
                    interrupted);
        }
    }

    /** Returns a limit for people, such as {@code 10 s}. */
    public static String text(Duration limit) {
        return limit.toMillisPart() == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
