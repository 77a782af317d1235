package org.stowage.jsonfile;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.engine.Snapshot;

/**
 * Decides when the journals are folded into the files: beside the commits, once they have as many bytes as the files, so that each byte
 * is written again about once; and at the end.
 *
 * <p>A fold that fails loses nothing, since the journals stay. It is tried again when they have doubled, and at the end, where a
 * failure is thrown.
 */
final class Folding {

    private static final Logger LOGGER = System.getLogger(Folding.class.getName());
    private static final long PUBLICATION_CHECK_NANOS = 50_000;
    private static final int PUBLICATION_CHECKS = 20_000;

    private final StoreErrors errors;
    private final EntityFiles files;
    private final JournalLog log;
    private final Supplier<Snapshot> snapshots;
    private final long least;

    private final ReentrantLock turn = new ReentrantLock();
    private volatile long threshold;
    private @Nullable Thread background;
    private boolean closing;

    /**
     * Starts to watch.
     *
     * @param snapshots gives the last state that is durable
     * @param least the size of the journals in bytes below which nothing is folded
     */
    Folding(StoreErrors errors, EntityFiles files, JournalLog log, Supplier<Snapshot> snapshots, long least) {
        this.errors = errors;
        this.files = files;
        this.log = log;
        this.snapshots = snapshots;
        this.least = least;
        this.threshold = Math.max(least, files.size());
    }

    /** Starts a fold in the background if it is time. */
    void afterWrite() {
        if (log.size() >= threshold) {
            start();
        }
    }

    private synchronized void start() {
        if (closing || background != null || log.size() < threshold) {
            return;
        }
        Thread thread = new Thread(this::runInBackground, "stowage-fold-" + errors.store());
        thread.setDaemon(true);
        background = thread;
        thread.start();
    }

    private void runInBackground() {
        long next = 2 * log.size();
        try {
            log.rotate();
            fold();
            next = Math.max(least, files.size());
        } catch (IOException | RuntimeException e) {
            // Nobody waits for this, and nothing is lost: the end of the store reports it if it lasts.
            LOGGER.log(Level.WARNING, "store '" + errors.store() + "': the journal could not be folded yet", e);
        } finally {
            synchronized (this) {
                threshold = next;
                background = null;
            }
        }
    }

    private void fold() throws IOException {
        turn.lock();
        try {
            Snapshot snapshot = publishedSnapshot();
            files.fold(snapshot, log.changed());
            log.forget(snapshot.number());
        } finally {
            turn.unlock();
        }
    }

    // A commit is visible a moment after it is durable. One that is not yet would keep its journal until the next fold.
    private Snapshot publishedSnapshot() {
        Snapshot snapshot = snapshots.get();
        long durable = log.durable();
        for (int i = 0; snapshot.number() < durable && i < PUBLICATION_CHECKS; i++) {
            LockSupport.parkNanos(PUBLICATION_CHECK_NANOS);
            snapshot = snapshots.get();
        }
        return snapshot;
    }

    /** Waits for a fold in the background and folds all that is left. Called once, after the log was closed. */
    void close() {
        awaitBackground();
        if (!log.holdsAnything()) {
            release();
            return;
        }
        try {
            fold();
        } catch (IOException e) {
            throw errors.medium(
                    "the journal could not be folded into the files; no commit is lost, and it is tried again when the"
                            + " store is opened and closed",
                    e);
        }
        if (!log.holdsAnything()) {
            release();
        }
    }

    private void release() {
        try {
            files.release();
        } catch (IOException e) {
            throw errors.medium("the file '" + FileNames.MANIFEST + "' could not be deleted; no commit is lost", e);
        }
    }

    private void awaitBackground() {
        Thread thread;
        synchronized (this) {
            closing = true;
            thread = background;
        }
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
