package org.stowage.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The database file of those who work on SQLite without us, set as ours is: a write-ahead log flushed at each commit, and as large a cache. */
public record SqliteFile(Path path) {

    private static final String PATIENCE_MILLIS = "30000";

    // What a connection of the SQLite provider has: 16 MiB, given in KiB, where SQLite's own is 2 MB.
    private static final String CACHE = "-16384";

    /** Makes the table and its indexes in a new file. */
    public static SqliteFile create(Path path, RawTable table, Indexes indexes) throws SQLException {
        SqliteFile file = new SqliteFile(path);
        try (Connection connection = file.connect();
                Statement statement = connection.createStatement()) {
            for (String part : table.definition(indexes)) {
                statement.execute(part);
            }
        }
        return file;
    }

    /** Opens a connection, whose transactions take the lock for writing when they begin. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", "FULL");
        properties.setProperty("transaction_mode", "IMMEDIATE");
        properties.setProperty("busy_timeout", PATIENCE_MILLIS);
        properties.setProperty("cache_size", CACHE);
        properties.setProperty("jdbc.get_generated_keys", "false");
        return DriverManager.getConnection(url(), properties);
    }

    /** Returns where it is, for a driver. */
    public String url() {
        return "jdbc:sqlite:" + path;
    }
}
