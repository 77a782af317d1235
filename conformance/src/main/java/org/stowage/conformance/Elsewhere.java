package org.stowage.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;

/** Work in other threads than the test's. */
final class Elsewhere {

    /** Looks are counted, and not time, which also goes by while a machine stalls. */
    private static final int IDLE_LOOKS = 100;

    private static final int MOST_LOOKS = 3_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Elsewhere() {}

    /** Runs something in another thread and waits for it; what it throws is thrown here. */
    static <T> T call(Callable<T> work) {
        return callAll(List.of(work)).get(0);
    }

    /** Runs several things in a thread each, and waits for all; what the first of them throws is thrown here. */
    static <T> List<T> callAll(List<Callable<T>> work) {
        return callAll(work, Executors.newFixedThreadPool(work.size()));
    }

    /** Runs something in a thread of a group, to which every thread belongs that comes of it, and waits for it. */
    static <T> T callIn(ThreadGroup group, Callable<T> work) {
        return callAll(List.of(work), Executors.newSingleThreadExecutor(task -> new Thread(group, task)))
                .get(0);
    }

    private static <T> List<T> callAll(List<Callable<T>> work, ExecutorService executor) {
        try (ExecutorService threads = executor) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * Returns the names of the threads of a group that do not end, but for those of the pool that everybody shares. One that has something
     * to do may be slow; one that waits, look after look, was not told to end.
     */
    static List<String> runningOn(ThreadGroup group) {
        Thread[] found = new Thread[group.activeCount() + 8];
        List<Thread> running = new ArrayList<>(List.of(Arrays.copyOf(found, group.enumerate(found))));
        running.removeIf(Elsewhere::isShared);
        int idle = 0;
        for (int look = 0; look < MOST_LOOKS && idle < IDLE_LOOKS && !running.isEmpty(); look++) {
            running.removeIf(thread -> ends(thread, BETWEEN_LOOKS));
            idle = running.stream().allMatch(Elsewhere::waits) ? idle + 1 : 0;
        }
        return running.stream().map(Thread::getName).toList();
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING -> true;
            case NEW, RUNNABLE, BLOCKED, TERMINATED -> false;
        };
    }

    private static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool().equals(ForkJoinPool.commonPool());
    }

    private static boolean ends(Thread thread, Duration patience) {
        try {
            return thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
