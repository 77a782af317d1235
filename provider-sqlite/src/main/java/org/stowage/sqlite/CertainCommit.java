package org.stowage.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.ErrorContext;

/**
 * A commit of which it is known, after an error, that it is not there.
 *
 * <p>Where the flush fails, the write-ahead log may hold the whole transaction, and whoever opens the database after a crash would find it.
 * SQLite writes the next commit over it, so one that changes nothing makes sure.
 */
final class CertainCommit {

    private CertainCommit() {}

    /**
     * Commits.
     *
     * @throws SQLException if it failed and is not there
     * @throws CommitUnknownException if it failed and may be there
     */
    static void of(DatabaseFile file, SqliteConnection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException failure) {
            if (!neverWhole(failure) && !overwritten(connection)) {
                throw new CommitUnknownException(
                        ErrorContext.of(file.store()),
                        "store '" + file.store() + "' at '" + file.path()
                                + "' failed while it committed; read again to see whether it did, and check its medium",
                        failure);
            }
            throw failure;
        }
    }

    /** Without room the last page of the transaction, which commits it, was not written. */
    private static boolean neverWhole(SQLException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_FULL;
    }

    private static boolean overwritten(SqliteConnection connection) {
        try {
            connection.rollback();
        } catch (SQLException rolledBackAlready) {
            // SQLite does so by itself after most failures.
        }
        try {
            connection.beginWriting();
            DatabaseFormat.writeVersion(connection);
            connection.commit();
            return true;
        } catch (SQLException failure) {
            return false;
        }
    }
}
