package org.stowage.sqlite;

import java.sql.SQLException;
import org.stowage.spi.error.StoreException;

/** The marks by which a database is known as ours, put on a new one and checked on one that was there. */
final class DatabaseFormat {

    /** What SQLite's header calls our files: the letters STOW. */
    private static final int APPLICATION_ID = 0x53544F57;

    private static final int VERSION = 1;

    private DatabaseFormat() {}

    /** Makes an empty database ours, or checks that it is; then sees to the write-ahead log. */
    static void ensure(DatabaseFile file, SqliteConnection connection) throws SQLException {
        long application = connection.number("PRAGMA application_id");
        boolean blank = application == 0 && connection.number("SELECT count(*) FROM sqlite_schema") == 0;
        if (!blank) {
            check(file, connection, application);
        }
        String journal = connection.text("PRAGMA journal_mode = WAL");
        if (!journal.equals("wal")) {
            throw file.unfit("does not allow a write-ahead log, SQLite answered '" + journal
                    + "'; use a local file system that supports shared memory");
        }
        if (blank) {
            create(connection);
        }
    }

    private static void check(DatabaseFile file, SqliteConnection connection, long application) throws SQLException {
        if (application != APPLICATION_ID) {
            throw file.unfit("is an SQLite database of another application (application_id '" + application
                    + "'); name another location, or import its data");
        }
        long version = connection.number("PRAGMA user_version");
        if (version < 1 || version > VERSION) {
            throw file.unfit("has the format '" + version + "', this provider reads '" + VERSION
                    + "'; use the version of the provider that wrote it, or a newer one");
        }
        String encoding = connection.text("PRAGMA encoding");
        if (!encoding.equals("UTF-8")) {
            throw file.unfit("stores text as '" + encoding + "', expected 'UTF-8'");
        }
    }

    /** Writes the version, which changes nothing in a database that has it. */
    static void writeVersion(SqliteConnection connection) throws SQLException {
        connection.execute("PRAGMA user_version = " + VERSION);
    }

    private static void create(SqliteConnection connection) throws SQLException {
        connection.beginWriting();
        try {
            connection.execute("PRAGMA application_id = " + APPLICATION_ID);
            writeVersion(connection);
            connection.execute(SqliteCatalogue.CREATE);
            connection.commit();
        } catch (SQLException | StoreException failure) {
            connection.rollback();
            throw failure;
        }
    }
}
