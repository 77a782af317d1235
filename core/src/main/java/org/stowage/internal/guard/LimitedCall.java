package org.stowage.internal.guard;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of somebody else's code that ends for its caller when its time is up, whatever the code does. It runs on a thread of its own,
 * as on the caller's: an interrupt of the caller goes on to it and comes back, inherited values are inherited, and what it throws shows
 * who called.
 *
 * @param <T> what it returns
 */
public final class LimitedCall<T> {

    /** How long code that was interrupted because its time is up may take to tidy up. */
    private static final Duration LAST_MOMENT = Duration.ofMillis(500);

    private final Callable<T> code;
    private final Consumer<T> late;

    // All of them guarded by this object.
    private @Nullable T result;
    private @Nullable Throwable thrown;
    private boolean ended;
    private boolean abandoned;
    private boolean callerInterrupted;
    private boolean interrupted;

    /**
     * Creates the call.
     *
     * @param code what is called
     * @param late what is done, on the thread of the code, with a result that nobody waits for any more
     */
    public LimitedCall(Callable<T> code, Consumer<T> late) {
        this.code = code;
        this.late = late;
    }

    /**
     * Runs the code once and waits for it.
     *
     * @param limit how long it may take; positive
     * @param threads where its thread belongs
     * @param name what its thread is called
     * @return what the code returns
     * @throws OverdueException if it takes longer; it was interrupted
     * @throws Throwable what the code throws
     */
    public T within(Duration limit, ThreadGroup threads, String name) throws Throwable {
        callerInterrupted = Thread.interrupted();
        Thread thread = new Thread(threads, this::run, name);
        thread.setDaemon(true);
        thread.start();
        try {
            if (!ends(thread, limit) && givenUp()) {
                OverdueException overdue = new OverdueException(thread);
                thread.interrupt();
                ends(thread, LAST_MOMENT);
                throw overdue;
            }
            return outcome();
        } finally {
            if (interrupted()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        hearOfInterrupt();
        T returned = null;
        Throwable failure = null;
        try {
            returned = code.call();
        } catch (Throwable e) {
            failure = e;
        }
        if (!end(returned, failure) && returned != null) {
            late.accept(returned);
        }
    }

    private synchronized void hearOfInterrupt() {
        if (callerInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves the outcome to the caller, and returns whether it still waits for it. */
    private synchronized boolean end(@Nullable T returned, @Nullable Throwable failure) {
        result = returned;
        thrown = failure;
        ended = true;
        // After the time was up it was we who interrupted the code, which is no news for the caller.
        interrupted |= !abandoned && Thread.interrupted();
        return !abandoned;
    }

    private boolean ends(Thread thread, Duration limit) {
        Allowance allowance = new Allowance(limit);
        while (true) {
            try {
                return allowance.suffices(thread);
            } catch (InterruptedException e) {
                passOn(thread);
            }
        }
    }

    /** The code hears of an interrupt as if it ran on the thread of the caller; the caller keeps one that comes too late for it. */
    private synchronized void passOn(Thread thread) {
        callerInterrupted = true;
        if (ended) {
            interrupted = true;
        } else {
            thread.interrupt();
        }
    }

    private synchronized boolean interrupted() {
        return interrupted || (abandoned && callerInterrupted);
    }

    /** Gives up, unless the code has come to its end just now. */
    private synchronized boolean givenUp() {
        abandoned = !ended;
        return abandoned;
    }

    private synchronized T outcome() throws Throwable {
        if (thrown != null) {
            throw withCaller(thrown);
        }
        return Objects.requireNonNull(result, "what the code returned");
    }

    private static Throwable withCaller(Throwable failure) {
        StackTraceElement[] caller = Thread.currentThread().getStackTrace();
        failure.setStackTrace(
                Stream.of(failure.getStackTrace(), caller).flatMap(Stream::of).toArray(StackTraceElement[]::new));
        return failure;
    }
}
