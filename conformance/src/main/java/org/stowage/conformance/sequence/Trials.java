package org.stowage.conformance.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Runs trials on all processors, one after another on each; none holds anything once it is over. */
public final class Trials {

    private Trials() {}

    /** Something that is tried with seeds, by one thread. */
    public interface Trial extends AutoCloseable {

        /** Returns what went wrong with a seed; empty if nothing did. */
        Optional<Failure> failure(long seed);

        @Override
        void close();
    }

    /**
     * Tries with seeds that follow each other, until something goes wrong. The least seed follows the greatest.
     *
     * @param trials makes a trial for each thread
     * @param first the first seed
     * @param count how many seeds
     * @return what went wrong with the first seed of all with which something does, however many processors there are; empty if nothing did
     */
    public static Optional<Failure> run(Supplier<? extends Trial> trials, long first, long count) {
        int threads = (int) Math.min(count, Runtime.getRuntime().availableProcessors());
        // Counted from zero, since seeds may pass the greatest number there is.
        AtomicLong next = new AtomicLong();
        // Nothing is tried beyond a seed that went wrong, and everything before it is tried to its end.
        AtomicLong end = new AtomicLong(count);
        Callable<Optional<Failure>> work = () -> {
            try (Trial trial = trials.get()) {
                for (long place = next.getAndIncrement(); place < end.get(); place = next.getAndIncrement()) {
                    Optional<Failure> failure = trial.failure(first + place);
                    if (failure.isPresent()) {
                        end.accumulateAndGet(place, Math::min);
                        return failure;
                    }
                }
                return Optional.empty();
            }
        };
        return inThreads(threads, work).stream()
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(failure -> failure.seed() - first));
    }

    private static <T> List<T> inThreads(int threads, Callable<T> work) {
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads))) {
            List<Callable<T>> same = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                same.add(work);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(same)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("a trial ended without a result", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the trials were interrupted", e);
        }
    }
}
