package org.stowage.spi.engine;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreUnavailableException;

/**
 * The states of an engine in the order of commits. The newest is what the next writer builds on; the visible one, the newest that is
 * durable, is what readers see. They differ only while a commit waits for the log.
 *
 * <p>Safe for many threads. {@link #newest} and {@link #append} belong to who holds the write lock.
 */
final class Timeline {

    private final String store;
    private final @Nullable CommitLog log;
    private volatile Snapshot visible;
    private volatile Appended newest;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    // Not the monitor of append, in which a log may be flushing: a commit that is durable need not wait for the next.
    private final Object publication = new Object();

    /**
     * A state that is in the log, and perhaps not yet durable.
     *
     * @param state the state
     * @param receipt what to wait for before anybody sees it
     */
    record Appended(Snapshot state, CommitLog.Receipt receipt) {}

    Timeline(String store, @Nullable CommitLog log, Snapshot first) {
        this.store = store;
        this.log = log;
        this.visible = first;
        this.newest = new Appended(first, CommitLog.Receipt.DURABLE);
    }

    /** Returns what the application calls the store. */
    String store() {
        return store;
    }

    /** Returns the state that readers see. */
    Snapshot visible() {
        return visible;
    }

    /** Returns the state that a writer builds on. */
    Appended newest() {
        return newest;
    }

    /** Returns whether commits are described to a log. */
    boolean isLogged() {
        return log != null;
    }

    /**
     * Puts a state at the end. When this throws, all is as before.
     *
     * @param next the state, one commit after the newest
     * @param commit what leads to it; null if nobody wants to know
     */
    synchronized Appended append(Snapshot next, @Nullable Commit commit) {
        checkWritable();
        CommitLog.Receipt receipt = log == null || commit == null ? CommitLog.Receipt.DURABLE : log.append(commit);
        newest = new Appended(next, receipt);
        return newest;
    }

    /** Waits until a state is durable, and lets readers see it. */
    void settle(Appended appended) {
        if (appended.state().number() <= visible.number()) {
            return;
        }
        try {
            appended.receipt().await();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
        publish(appended.state());
    }

    /** Waits as {@link #settle} does, unless the store was closed: then its log has settled everything. */
    void settleUnlessClosed(Appended appended) {
        if (!closed) {
            settle(appended);
        }
    }

    // Whoever waited for a later commit may come first; then this one is visible as part of it.
    private void publish(Snapshot state) {
        synchronized (publication) {
            if (state.number() > visible.number()) {
                visible = state;
            }
        }
    }

    void checkOpen() {
        if (closed) {
            throw new StoreClosedException(
                    ErrorContext.of(store), "store '" + store + "' is closed; open it again to use it");
        }
    }

    void checkWritable() {
        checkOpen();
        Throwable cause = failure;
        if (cause != null) {
            throw new StoreUnavailableException(
                    ErrorContext.of(store),
                    "store '" + store + "' takes no more writes, because an earlier commit could not be made durable;"
                            + " close it and open it again",
                    cause);
        }
    }

    /** Ends it; nothing is appended afterwards. Returns whether this was the first call. */
    boolean close() {
        synchronized (this) {
            if (closed) {
                return false;
            }
            closed = true;
        }
        if (log != null) {
            log.close();
        }
        return true;
    }
}
