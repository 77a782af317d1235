package org.stowage.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.StampedLock;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.Transaction;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.file.StoreLock;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** An open database. */
final class SqliteStore implements Store {

    private static final Duration EVOLUTION_PATIENCE = Duration.ofSeconds(10);

    private final DatabaseFile file;
    private final StoreLock lock;
    private final ConnectionPool connections;
    private final Set<SqliteTransaction> open = ConcurrentHashMap.newKeySet();
    // Held for writing from before a schema change is committed until its catalogue is in place, so that a reader whose
    // snapshot and
    // catalogue come from the same side of it can tell.
    private final StampedLock shape = new StampedLock();
    private volatile SqliteCatalogue catalogue;
    private volatile boolean closed;

    private SqliteStore(DatabaseFile file, StoreLock lock, ConnectionPool connections, SqliteCatalogue catalogue) {
        this.file = file;
        this.lock = lock;
        this.connections = connections;
        this.catalogue = catalogue;
    }

    static SqliteStore open(StoreConfig config) {
        DatabaseFile file = DatabaseFile.of(config);
        ConnectionSettings settings = ConnectionSettings.of(config);
        StoreLock lock = StoreLock.take(file.store(), file.path(), file.lockFile());
        try {
            NativeLibrary.load();
            SqliteConnection writer = SqliteConnection.openWriter(file, settings);
            try {
                DatabaseFormat.ensure(file, writer);
                SqliteCatalogue catalogue = SqliteCatalogue.load(file, writer);
                return new SqliteStore(file, lock, new ConnectionPool(file, settings, writer), catalogue);
            } catch (SQLException failure) {
                throw writer.abandon(SqliteErrors.of(file, failure));
            } catch (StoreException failure) {
                throw writer.abandon(failure);
            }
        } catch (RuntimeException | Error failure) {
            lock.close();
            throw failure;
        }
    }

    @Override
    public List<EntitySchema> schemas() {
        checkOpen();
        return catalogue.schemas();
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        checkOpen();
        SqliteConnection connection = connections.beginWriting(Deadline.after(EVOLUTION_PATIENCE));
        boolean sound = true;
        try {
            SqliteCatalogue changed = SchemaMigration.apply(file, connection, catalogue, changes);
            long stamp = shape.writeLock();
            try {
                CertainCommit.of(file, connection);
                catalogue = changed;
            } finally {
                shape.unlockWrite(stamp);
            }
            return changed.schemas();
        } catch (SQLException failure) {
            sound = rollback(connection);
            throw SqliteErrors.of(file, failure);
        } catch (RuntimeException failure) {
            sound = rollback(connection);
            throw failure;
        } finally {
            connections.endWriting(connection, sound);
        }
    }

    private static boolean rollback(SqliteConnection connection) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException failure) {
            return false;
        }
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        checkOpen();
        Deadline deadline = Deadline.after(patience);
        SqliteTransaction transaction = switch (access) {
            case READ_ONLY -> beginReading(deadline);
            // The catalogue changes in the turn of a writer only, and this is ours.
            case READ_WRITE -> {
                SqliteConnection connection = connections.beginWriting(deadline);
                yield new SqliteTransaction(this, catalogue, connection, access);
            }
        };
        open.add(transaction);
        if (closed) {
            transaction.close();
            checkOpen();
        }
        return transaction;
    }

    private SqliteTransaction beginReading(Deadline deadline) {
        while (true) {
            long stamp = shape.tryOptimisticRead();
            if (stamp == 0) {
                stamp = shape.readLock();
                shape.unlockRead(stamp);
                continue;
            }
            SqliteCatalogue known = catalogue;
            SqliteConnection connection = connections.beginReading(deadline);
            if (shape.validate(stamp)) {
                return new SqliteTransaction(this, known, connection, Access.READ_ONLY);
            }
            connections.endReading(connection, rollback(connection));
        }
    }

    /** Takes back the connection of a transaction that has ended. */
    void ended(SqliteTransaction transaction, SqliteConnection connection, Access access, boolean sound) {
        open.remove(transaction);
        switch (access) {
            case READ_ONLY -> connections.endReading(connection, sound);
            case READ_WRITE -> connections.endWriting(connection, sound);
        }
    }

    DatabaseFile file() {
        return file;
    }

    void checkOpen() {
        if (closed) {
            throw new StoreClosedException(
                    ErrorContext.of(file.store()), "store '" + file.store() + "' is closed; open it again to use it");
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        List.copyOf(open).forEach(SqliteTransaction::close);
        try (lock) {
            connections.close();
        }
    }
}
