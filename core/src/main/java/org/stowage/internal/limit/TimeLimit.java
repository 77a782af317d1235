package org.stowage.internal.limit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
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
     * @param step what is being done, as in {@code its constructor}; asked when the time is over
     * @throws TimeoutException if the work is not done in time; the message says which step has not returned
     * @throws ExecutionException if the work throws something, which is the cause
     * @throws CancelledException if the waiting thread is interrupted
     */
    public static <T> T call(
            String thread, Duration limit, @Nullable ClassLoader context, Supplier<String> step, Callable<T> work)
            throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(task, thread);
        worker.setDaemon(true);
        worker.setContextClassLoader(context);
        worker.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            // Before the interruption, which may get it going again.
            String message = step.get() + " has not returned after " + text(limit) + ", and its thread '" + thread
                    + "' was left behind";
            task.cancel(true);
            throw (TimeoutException) new TimeoutException(message).initCause(late);
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    ErrorContext.none(),
                    "the thread was interrupted while it waited for '" + thread + "'",
                    interrupted);
        }
    }

    private static String text(Duration limit) {
        return limit.toMillisPart() == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
