package org.stowage.sqlite;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreTimeoutException;

/**
 * The connections of a store: one that writes, for which transactions queue in the order of their coming, and as many that read
 * as there are readers. Every connection that is handed out has begun its transaction.
 */
final class ConnectionPool implements AutoCloseable {

    private static final long FIRST_PAUSE_NANOS = 200_000;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final DatabaseFile file;
    private final ConnectionSettings settings;
    private final Semaphore turn = new Semaphore(1, true);
    private final ConcurrentLinkedDeque<SqliteConnection> readers = new ConcurrentLinkedDeque<>();
    private final AtomicInteger idleReaders = new AtomicInteger();
    private @Nullable SqliteConnection writer;

    ConnectionPool(DatabaseFile file, ConnectionSettings settings, SqliteConnection writer) {
        this.file = file;
        this.settings = settings;
        this.writer = writer;
    }

    /** Waits for the turn to write and returns the connection, its transaction begun. */
    SqliteConnection beginWriting(Deadline deadline) {
        awaitTurn(deadline);
        boolean begun = false;
        try {
            SqliteConnection connection = writer;
            if (connection == null) {
                connection = SqliteConnection.openWriter(file, settings);
                writer = connection;
            }
            insist(deadline, connection::beginWriting);
            begun = true;
            return connection;
        } finally {
            if (!begun) {
                turn.release();
            }
        }
    }

    private void awaitTurn(Deadline deadline) {
        try {
            if (turn.tryAcquire(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException failure) {
            throw cancelled(failure);
        }
        throw new StoreTimeoutException(
                ErrorContext.of(file.store()),
                "another transaction has been writing to store '" + file.store() + "' for longer than '"
                        + deadline.patience() + "'; try later, or keep transactions short");
    }

    /** Ends the turn to write. A connection that could not be rolled back is replaced when the next turn comes. */
    void endWriting(SqliteConnection connection, boolean sound) {
        if (!sound) {
            closeQuietly(connection);
            writer = null;
        }
        turn.release();
    }

    /** Returns a connection that sees the last commit, and nothing that comes after. */
    SqliteConnection beginReading(Deadline deadline) {
        SqliteConnection idle = readers.pollFirst();
        if (idle != null) {
            idleReaders.decrementAndGet();
        }
        SqliteConnection connection = idle == null ? SqliteConnection.openReader(file, settings) : idle;
        boolean begun = false;
        try {
            insist(deadline, connection::beginReading);
            begun = true;
            return connection;
        } finally {
            if (!begun) {
                closeQuietly(connection);
            }
        }
    }

    /** Takes back a reading connection. */
    void endReading(SqliteConnection connection, boolean sound) {
        if (sound && idleReaders.incrementAndGet() <= settings.keptReaders()) {
            readers.addFirst(connection);
            return;
        }
        if (sound) {
            idleReaders.decrementAndGet();
        }
        closeQuietly(connection);
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    /** Tries until it works or patience ends; only another process can be in the way. */
    private void insist(Deadline deadline, Attempt attempt) {
        long pause = FIRST_PAUSE_NANOS;
        while (true) {
            try {
                attempt.run();
                return;
            } catch (SQLException failure) {
                if (!SqliteErrors.busy(failure) || deadline.passed()) {
                    throw SqliteErrors.of(file, failure);
                }
            }
            LockSupport.parkNanos(Math.min(pause, Math.max(1, deadline.remainingNanos())));
            if (Thread.currentThread().isInterrupted()) {
                throw cancelled(null);
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        }
    }

    private StoreException cancelled(@Nullable InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CancelledException(
                ErrorContext.of(file.store()),
                "the wait for store '" + file.store() + "' was interrupted, and nothing was done",
                cause);
    }

    /** Closes the connections that nobody uses; those that write come last, so that SQLite empties the write-ahead log. */
    @Override
    public void close() {
        for (SqliteConnection reader = readers.pollFirst(); reader != null; reader = readers.pollFirst()) {
            closeQuietly(reader);
        }
        SqliteConnection last = writer;
        if (last != null) {
            closeQuietly(last);
        }
    }

    private static void closeQuietly(SqliteConnection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            // Nothing is lost with a connection that will not close: what was committed is in the file.
        }
    }
}
