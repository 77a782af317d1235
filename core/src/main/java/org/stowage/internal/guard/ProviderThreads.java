package org.stowage.internal.guard;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The threads that a provider starts for one store: a new thread belongs to the group of the one that made it, and so, whatever else goes
 * on in the process, do those that come of the thread on which the store was opened. A factory of threads that was made there keeps to it.
 */
public final class ProviderThreads extends ThreadGroup {

    private static final System.Logger LOGGER = System.getLogger(ProviderThreads.class.getName());

    /** How long threads that were told to end may take for it. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

    private final ProviderOrigin provider;
    private final String store;

    /** Creates the group of a store. */
    public ProviderThreads(ProviderOrigin provider, String store) {
        super("stowage-" + store);
        this.provider = provider;
        this.store = store;
    }

    /** Returns whose threads they are. */
    public ProviderOrigin provider() {
        return provider;
    }

    /** Warns of the threads that still run after the store was closed. */
    public void warnOfThoseLeft() {
        List<Thread> left = running();
        if (!left.isEmpty()) {
            left = thoseThatDoNotEnd(left);
        }
        if (!left.isEmpty()) {
            LOGGER.log(
                    Level.WARNING,
                    "store '" + store + "' is closed, but " + provider + " left "
                            + (left.size() == 1 ? "a thread" : left.size() + " threads")
                            + " running that it had started: " + names(left)
                            + "; report that to its author, because what such a thread holds is never given back");
        }
    }

    private static String names(List<Thread> threads) {
        return String.join(
                ", ",
                threads.stream().map(thread -> "'" + thread.getName() + "'").toList());
    }

    private List<Thread> running() {
        // One that begins while they are counted may be missed, so there is room for some.
        Thread[] found = new Thread[activeCount() + 8];
        int count = enumerate(found);
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!isShared(found[i])) {
                running.add(found[i]);
            }
        }
        return running;
    }

    /** Whoever needs a thread of the common pool first lends it his group; it is no more his than anybody's. */
    private static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool().equals(ForkJoinPool.commonPool());
    }

    /** An interrupt does not cut their time short: threads that had none would be accused falsely. */
    private static List<Thread> thoseThatDoNotEnd(List<Thread> threads) {
        Allowance allowance = new Allowance(LAST_MOMENT);
        boolean interrupted = Thread.interrupted();
        for (Thread thread : threads) {
            boolean waiting = true;
            while (waiting) {
                try {
                    allowance.suffices(thread);
                    waiting = false;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().filter(Thread::isAlive).toList();
    }

    /** Says whose thread it was that came to a bad end, unless the application has its own way for that. */
    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (Thread.getDefaultUncaughtExceptionHandler() == null) {
            LOGGER.log(
                    Level.WARNING,
                    "thread '" + thread.getName() + "' of " + provider + " ended with an exception that nobody caught",
                    failure);
        } else {
            super.uncaughtException(thread, failure);
        }
    }
}
