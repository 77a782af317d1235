package org.stowage.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;
import org.stowage.spi.error.StoreException;

/**
 * One connection with its prepared statements, which are kept because preparing costs more than a query by key. Used by one thread
 * at a time.
 *
 * <p>JDBC's own transactions are not used: the driver sends BEGIN as soon as automatic commit is off, and again after each commit, so that an
 * idle connection would hold a lock.
 */
final class SqliteConnection implements AutoCloseable {

    private static final int MAX_STATEMENTS = 200;

    private final SQLiteConnection jdbc;
    private final Map<String, CachedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    private @Nullable Snapshot snapshot;

    /** The query that keeps what the connection sees; on loan, so that the cache does not drop it. */
    private record Snapshot(CachedStatement statement, ResultSet result) {}

    private SqliteConnection(SQLiteConnection jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens the connection that writes, and makes the file if there is none. */
    static SqliteConnection openWriter(DatabaseFile file, ConnectionSettings settings) {
        SqliteConnection connection = open(file, settings, false);
        try {
            connection.execute(settings.relaxed() ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
            return connection;
        } catch (SQLException failure) {
            throw connection.abandon(SqliteErrors.of(file, failure));
        }
    }

    /** Opens a connection that can only read. */
    static SqliteConnection openReader(DatabaseFile file, ConnectionSettings settings) {
        return open(file, settings, true);
    }

    private static SqliteConnection open(DatabaseFile file, ConnectionSettings settings, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        // Waiting is done above, where it has a deadline and can be interrupted.
        config.setBusyTimeout(0);
        config.setGetGeneratedKeys(false);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.uri());
        try {
            SqliteConnection connection = new SqliteConnection(source.getConnection(null, null));
            connection.prepare(file, settings);
            return connection;
        } catch (SQLException failure) {
            throw SqliteErrors.of(file, failure);
        }
    }

    private void prepare(DatabaseFile file, ConnectionSettings settings) {
        try {
            execute("PRAGMA trusted_schema = OFF");
            execute("PRAGMA cache_size = -" + settings.cacheKibibytes());
        } catch (SQLException failure) {
            throw abandon(SqliteErrors.of(file, failure));
        }
    }

    /** Closes the connection after a failure, and returns the failure. */
    StoreException abandon(StoreException failure) {
        try {
            close();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
        return failure;
    }

    /** Returns the driver's connection. */
    Connection jdbc() {
        return jdbc;
    }

    /** Lends the prepared statement of a text; the same text may be on loan more than once. */
    CachedStatement statement(String sql) throws SQLException {
        CachedStatement cached = statements.get(sql);
        if (cached != null && !cached.lent()) {
            return cached.lend();
        }
        CachedStatement fresh = new CachedStatement(jdbc.prepareStatement(sql)).lend();
        if (cached == null) {
            fresh.keep();
            statements.put(sql, fresh);
            dropEldest();
        }
        return fresh;
    }

    private void dropEldest() throws SQLException {
        if (statements.size() > MAX_STATEMENTS) {
            Iterator<CachedStatement> eldest = statements.values().iterator();
            CachedStatement dropped = eldest.next();
            eldest.remove();
            dropped.drop();
        }
    }

    /** Runs a constant text that gives no rows, or whose rows do not matter. */
    void execute(String sql) throws SQLException {
        try (CachedStatement statement = statement(sql)) {
            if (statement.jdbc().execute()) {
                statement.jdbc().getResultSet().close();
            }
        }
    }

    /** Returns the whole number that a constant text gives. */
    long number(String sql) throws SQLException {
        try (CachedStatement statement = statement(sql);
                ResultSet result = statement.jdbc().executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** Returns the text that a constant text gives. */
    String text(String sql) throws SQLException {
        try (CachedStatement statement = statement(sql);
                ResultSet result = statement.jdbc().executeQuery()) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }

    /**
     * Begins a transaction that reads. SQLite keeps what a connection sees for as long as one of its queries has rows left, so a
     * query that is not read to its end is the transaction: that fixes it at once, where BEGIN would wait for the first read, and
     * costs two statements less.
     */
    void beginReading() throws SQLException {
        CachedStatement statement = statement("SELECT 1 FROM sqlite_schema");
        try {
            snapshot = new Snapshot(statement, statement.jdbc().executeQuery());
        } finally {
            if (snapshot == null) {
                statement.close();
            }
        }
    }

    /** Begins a transaction that writes: at once or not at all. */
    void beginWriting() throws SQLException {
        execute("BEGIN IMMEDIATE");
    }

    void commit() throws SQLException {
        if (snapshot == null) {
            execute("COMMIT");
        } else {
            endReading(snapshot);
        }
    }

    void rollback() throws SQLException {
        if (snapshot == null) {
            execute("ROLLBACK");
        } else {
            endReading(snapshot);
        }
    }

    private void endReading(Snapshot open) throws SQLException {
        snapshot = null;
        try (open.statement) {
            open.result.close();
        }
    }

    /** Returns how many rows this connection has changed since it was opened. */
    long totalChanges() throws SQLException {
        return jdbc.getDatabase().total_changes();
    }

    @Override
    public void close() throws SQLException {
        jdbc.close();
    }
}
