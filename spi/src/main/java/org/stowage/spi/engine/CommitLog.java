package org.stowage.spi.engine;

/**
 * Where an {@link Engine} makes its commits durable before anybody sees them.
 *
 * <p>A commit takes two steps. The engine {@linkplain #append appends} it while it holds the write lock, so that the log's order is the
 * order of commits. It then lets the next writer go on, which builds on this commit, and {@linkplain Receipt#await waits} for the
 * medium. Only when that has returned do readers see the commit, and does the committing thread go on. So several commits may
 * share one flush, and a log that flushes within {@code append} and returns {@link Receipt#DURABLE} is right as well.
 *
 * @implSpec {@code append} is called by one thread at a time; {@code await} and {@code close} by any, beside it.
 */
public interface CommitLog extends AutoCloseable {

    /**
     * Takes down a commit. When this throws, the commit is rolled back, and the engine goes on with the state before it; so the log must then hold
     * nothing of it.
     *
     * @param commit what happened
     * @return what to wait for
     * @throws org.stowage.spi.error.StoreException if it cannot be taken down: full, unavailable, …
     */
    Receipt append(Commit commit);

    /** Makes durable what was appended and gives back what the log holds. Called once, after the last append. */
    @Override
    void close();

    /** The promise that a commit, and every one appended before it, will be durable. */
    @FunctionalInterface
    interface Receipt {

        /** The receipt of a commit that is durable already. */
        Receipt DURABLE = () -> {};

        /**
         * Returns when the commit is durable. An interrupt does not end the wait; the interrupt status is kept. When this throws, the commit
         * and all that were appended after it fail, are never seen, and the engine takes no more writes until the store is opened anew.
         *
         * @throws org.stowage.spi.error.StoreException if the medium failed
         */
        void await();
    }
}
