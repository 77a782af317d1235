package org.stowage.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work in other threads than the test's. */
final class Elsewhere {

    private Elsewhere() {}

    /** Runs something in another thread and waits for it; what it throws is thrown here. */
    static <T> T call(Callable<T> work) {
        return callAll(List.of(work)).get(0);
    }

    /** Runs several things in a thread each, and waits for all; what the first of them throws is thrown here. */
    static <T> List<T> callAll(List<Callable<T>> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
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
}
