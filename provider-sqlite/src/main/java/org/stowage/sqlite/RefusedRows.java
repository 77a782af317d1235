package org.stowage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.MissingException;
import org.stowage.spi.error.StaleVersionException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** Finds out, after SQLite has refused a row or found none, why. The transaction is still the one that met it. */
final class RefusedRows {

    private final DatabaseFile file;
    private final SqliteConnection connection;
    private final EntityTable table;

    RefusedRows(DatabaseFile file, SqliteConnection connection, EntityTable table) {
        this.file = file;
        this.connection = connection;
        this.table = table;
    }

    /** Returns the error of a row that was to be inserted. */
    StoreException insert(Row row, SQLException failure) throws SQLException {
        if (!SqliteErrors.clash(failure)) {
            throw failure;
        }
        Key key = table.schema().keyOf(row);
        if (stored(key) == null) {
            return unique(row, key, failure);
        }
        return new ExistsException(
                context(key),
                "entity '" + entity() + "' of store '" + file.store() + "' already has a row with key '" + key
                        + "'; insert under another key, or save to replace the row",
                failure);
    }

    /** Returns the error of a row that was to be saved or updated under its key. */
    StoreException write(Row row, SQLException failure) throws SQLException {
        if (!SqliteErrors.clash(failure)) {
            throw failure;
        }
        return unique(row, table.schema().keyOf(row), failure);
    }

    private StoreException unique(Row row, Key key, SQLException failure) throws SQLException {
        for (Index index : table.schema().indexes()) {
            Key holder = index.unique() ? holder(index, row) : null;
            if (holder != null && !holder.equals(key)) {
                return new UniqueViolatedException(
                        context(key),
                        "entity '" + entity() + "' of store '" + file.store() + "' has " + values(index, row)
                                + " of the row with key '" + key + "' already in the row with key '" + holder
                                + "'; choose others, or change that row first",
                        failure);
            }
        }
        throw failure;
    }

    private String values(Index index, Row row) {
        return index.fields().stream()
                .map(field -> "'" + row.get(table.schema().position(field)) + "' as '" + field + "'")
                .collect(Collectors.joining(" and "));
    }

    private @Nullable Key holder(Index index, Row row) throws SQLException {
        try (CachedStatement statement = connection.statement(TableText.selectByFields(table, index.fields()))) {
            int place = 1;
            for (String field : index.fields()) {
                table.bindValue(statement.jdbc(), place++, row, table.schema().position(field));
            }
            try (ResultSet result = statement.jdbc().executeQuery()) {
                return result.next() ? table.schema().keyOf(table.read(file, result)) : null;
            }
        }
    }

    /** Returns the error of a write that found no row with the key, or none with the expected version. */
    StoreException missingOrStale(Key key, OptionalLong expected) throws SQLException {
        Row stored = stored(key);
        if (stored == null) {
            return new MissingException(
                    context(key),
                    "entity '" + entity() + "' of store '" + file.store() + "' has no row with key '" + key
                            + "'; it was never there or has been deleted");
        }
        return new StaleVersionException(
                context(key),
                "the row with key '" + key + "' of entity '" + entity() + "' in store '" + file.store()
                        + "' has version '"
                        + stored.get(table.schema().versionPosition()) + "', expected was '" + expected.orElse(0)
                        + "'; read it again and decide anew");
    }

    /** Returns the row that is stored under a key, or null. */
    @Nullable Row stored(Key key) throws SQLException {
        try (CachedStatement statement = connection.statement(table.selectByKey())) {
            table.bindKey(statement.jdbc(), 1, key);
            try (ResultSet result = statement.jdbc().executeQuery()) {
                return result.next() ? table.read(file, result) : null;
            }
        }
    }

    private ErrorContext context(Key key) {
        return ErrorContext.of(file.store(), entity(), key);
    }

    private String entity() {
        return table.schema().name();
    }
}
