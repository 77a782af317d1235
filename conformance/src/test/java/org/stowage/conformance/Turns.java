package org.stowage.conformance;

import java.util.ArrayList;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ConflictException;

/**
 * Lets some threads take the steps of their transactions one by one, in an order of chance, so that the transactions meet however a machine
 * shares out its time. Nobody is chosen before all have come that will, which their transactions tell. No step may wait for another thread.
 */
final class Turns {

    private final Random random;
    /** By their numbers, so that chance chooses in the same way again. */
    private final TreeMap<Long, Thread> ready = new TreeMap<>();

    private int threads;
    private int unbegun;
    private int open;
    private @Nullable Thread turn;

    /**
     * Creates the turns.
     *
     * @param threads how many there are
     * @param transactions how many they begin altogether, each as long as some are left
     * @param seed where the random choices begin
     */
    Turns(int threads, int transactions, long seed) {
        this.threads = threads;
        this.unbegun = transactions;
        this.random = new Random(seed);
    }

    /** Begins a transaction when it is the thread's turn. */
    <T> T begin(Supplier<T> beginning) {
        return step(() -> {
            began();
            return beginning.get();
        });
    }

    /** Does something in a transaction when it is the thread's turn. */
    <T> T step(Supplier<T> work) {
        await();
        try {
            return work.get();
        } catch (ConflictException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            leave();
            throw e;
        }
    }

    /** Ends a transaction when it is the thread's turn. */
    void end(Runnable ending) {
        await();
        try {
            ending.run();
        } finally {
            ended();
        }
    }

    private synchronized void await() {
        Thread self = Thread.currentThread();
        ready.put(self.threadId(), self);
        choose();
        while (!self.equals(turn)) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        turn = null;
    }

    private void choose() {
        // Who has no transaction comes for the next one, as long as there is one.
        int coming = open + Math.min(threads - open, unbegun);
        if (ready.size() == coming && coming > 0) {
            long chosen = new ArrayList<>(ready.keySet()).get(random.nextInt(coming));
            turn = ready.remove(chosen);
            notifyAll();
        }
    }

    private synchronized void began() {
        unbegun--;
        open++;
    }

    private synchronized void ended() {
        open--;
        choose();
    }

    /** The thread ends its transaction, and then comes no more. */
    private synchronized void leave() {
        threads--;
    }
}
