package org.stowage.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.ReadOnlyException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreFullException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.error.StoreUnavailableException;

/** What SQLite's result codes mean to a caller. */
final class SqliteErrors {

    private static final int PRIMARY = 0xff;

    private SqliteErrors() {}

    /** Returns the failure of the store as a whole that the driver reported. */
    static StoreException of(DatabaseFile file, SQLException failure) {
        return of(file, ErrorContext.of(file.store()), failure);
    }

    /** Returns the failure that the driver reported in some place. */
    static StoreException of(DatabaseFile file, ErrorContext context, SQLException failure) {
        String where = "store '" + file.store() + "' at '" + file.path() + "' ";
        return switch (primary(failure)) {
            case SQLITE_FULL ->
                new StoreFullException(context, where + "has no room left; free some on its medium", failure);
            case SQLITE_CORRUPT ->
                new CorruptStoreException(
                        context, where + "is damaged and was left as it is; restore it from a backup", failure);
            case SQLITE_NOTADB ->
                new CorruptStoreException(
                        context,
                        where + "is not an SQLite database, or its start is damaged; it was left as it is",
                        failure);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                new ReadOnlyException(
                        context,
                        where + "cannot be written; check the permissions of the file and its folder",
                        failure);
            case SQLITE_CANTOPEN ->
                new BadConfigurationException(
                        context, where + "cannot be opened; check the permissions of the file and its folder", failure);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreTimeoutException(
                        context, where + "is locked by another process, such as a shell; try later", failure);
            case SQLITE_TOOBIG ->
                new LimitExceededException(context, where + "was given a value that is too large", failure);
            case SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_CONSTRAINT, SQLITE_MISMATCH ->
                new CorruptStoreException(
                        context,
                        where + "does not have the tables that its catalogue describes; restore it from a backup",
                        failure);
            default ->
                new StoreUnavailableException(context, where + "failed to read or write; check its medium", failure);
        };
    }

    /** Returns whether somebody else holds a lock, so that trying again may help. */
    static boolean busy(SQLException failure) {
        SQLiteErrorCode code = primary(failure);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    /** Returns whether a primary key or a unique index refused a row. */
    static boolean clash(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && switch (sqlite.getResultCode()) {
                    case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID -> true;
                    default -> false;
                };
    }

    private static SQLiteErrorCode primary(SQLException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY);
    }
}
