package org.stowage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;

/** Changes tables, and the catalogue with them, within a transaction that the caller has begun and ends. */
final class SchemaMigration {

    private static final String COPY = "stowage_copy";

    private final DatabaseFile file;
    private final SqliteConnection connection;

    private SchemaMigration(DatabaseFile file, SqliteConnection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Makes the changes, in order; returns the catalogue after them. */
    static SqliteCatalogue apply(
            DatabaseFile file, SqliteConnection connection, SqliteCatalogue catalogue, List<SchemaChange> changes)
            throws SQLException {
        SchemaMigration migration = new SchemaMigration(file, connection);
        SqliteCatalogue current = catalogue;
        for (SchemaChange change : changes) {
            current = migration.apply(current, change);
        }
        return current;
    }

    private SqliteCatalogue apply(SqliteCatalogue catalogue, SchemaChange change) throws SQLException {
        EntityTable before = catalogue.find(change.entity());
        EntitySchema schema = change.applyTo(before == null ? null : before.schema());
        if (schema == null) {
            connection.execute(TableText.drop(Objects.requireNonNull(before).name()));
            return catalogue.with(connection, change.entity(), null);
        }
        EntityTable after = new EntityTable(schema);
        if (before == null) {
            connection.execute(TableText.create(after, after.name()));
            createIndexes(after, after.schema().indexes());
        } else {
            change(catalogue, change, before, after);
        }
        return catalogue.with(connection, change.entity(), after);
    }

    private void change(SqliteCatalogue catalogue, SchemaChange change, EntityTable before, EntityTable after)
            throws SQLException {
        switch (change) {
            case SchemaChange.CreateEntity create -> throw new IllegalStateException("created twice");
            case SchemaChange.DropEntity drop -> throw new IllegalStateException("dropped and still there");
            case SchemaChange.RenameEntity rename -> renameEntity(catalogue, before, after);
            case SchemaChange.AddField add -> addField(add, before, after);
            case SchemaChange.DropField drop ->
                connection.execute(
                        TableText.dropColumn(after, column(before, drop.field()).name()));
            case SchemaChange.RenameField rename -> renameField(rename, before, after);
            case SchemaChange.WidenField widen -> {
                // Everything but nullability is in the catalogue alone.
                if (column(before, widen.field().name()).field().nullable()
                        != widen.field().nullable()) {
                    rebuild(before, after, after.columns(), null, null);
                }
            }
            case SchemaChange.CreateIndex create -> createIndexes(after, List.of(create.index()));
            case SchemaChange.DropIndex drop -> connection.execute(TableText.dropIndex(before.indexName(drop.index())));
        }
    }

    private void renameEntity(SqliteCatalogue catalogue, EntityTable before, EntityTable after) throws SQLException {
        String to = after.schema().name();
        if (to.equals(before.schema().name())) {
            return;
        }
        if (catalogue.find(to) != null) {
            throw new SchemaMismatchException(
                    ErrorContext.of(file.store(), before.schema().name()),
                    "entity '" + before.schema().name() + "' of store '" + file.store() + "' cannot be renamed to '"
                            + to + "': there is an entity of that name");
        }
        dropIndexes(before, before.schema().indexes());
        connection.execute(TableText.rename(before.name(), after.name()));
        createIndexes(after, after.schema().indexes());
    }

    private void addField(SchemaChange.AddField add, EntityTable before, EntityTable after) throws SQLException {
        Column added = column(after, add.field().name());
        if (!add.field().nullable()) {
            // A column that may not be null could be added with a default, which would then stay for good.
            rebuild(before, after, before.columns(), added, add.value());
            return;
        }
        connection.execute(TableText.addColumn(after, added));
        if (add.value() != null) {
            try (CachedStatement statement = connection.statement(TableText.fill(after, added))) {
                added.codec().bind(statement.jdbc(), 1, add.value());
                statement.jdbc().executeUpdate();
            }
        }
    }

    private void renameField(SchemaChange.RenameField rename, EntityTable before, EntityTable after)
            throws SQLException {
        if (rename.field().equals(rename.to())) {
            return;
        }
        // The names of indexes hold the names of fields.
        dropIndexes(before, holding(before, rename.field()));
        connection.execute(TableText.renameColumn(
                after,
                column(before, rename.field()).name(),
                column(after, rename.to()).name()));
        createIndexes(after, holding(after, rename.to()));
    }

    private static List<Index> holding(EntityTable table, String field) {
        return table.schema().indexes().stream()
                .filter(index -> index.fields().contains(field))
                .toList();
    }

    /** Makes the table anew and moves the rows, with a value for a column that was not there, if one is given. */
    private void rebuild(
            EntityTable before, EntityTable after, List<Column> copied, @Nullable Column filled, @Nullable Object value)
            throws SQLException {
        connection.execute(TableText.create(after, COPY));
        List<Column> others = filled == null ? List.of() : List.of(filled);
        try (CachedStatement statement = connection.statement(TableText.copy(before.name(), COPY, copied, others))) {
            if (filled != null && value != null) {
                filled.codec().bind(statement.jdbc(), 1, value);
            }
            statement.jdbc().executeUpdate();
        }
        connection.execute(TableText.drop(before.name()));
        connection.execute(TableText.rename(COPY, after.name()));
        createIndexes(after, after.schema().indexes());
    }

    private void dropIndexes(EntityTable table, List<Index> indexes) throws SQLException {
        for (Index index : indexes) {
            connection.execute(TableText.dropIndex(table.indexName(index)));
        }
    }

    private void createIndexes(EntityTable table, List<Index> indexes) throws SQLException {
        for (Index index : indexes) {
            try {
                connection.execute(TableText.createIndex(table, index));
            } catch (SQLException failure) {
                if (SqliteErrors.clash(failure)) {
                    throw clash(table, index, failure);
                }
                throw failure;
            }
        }
    }

    private StoreException clash(EntityTable table, Index index, SQLException failure) throws SQLException {
        String entity = table.schema().name();
        try (CachedStatement statement = connection.statement(TableText.selectClash(table, index));
                ResultSet result = statement.jdbc().executeQuery()) {
            if (!result.next()) {
                throw failure;
            }
            Key key = table.schema().keyOf(table.read(file, result));
            return new UniqueViolatedException(
                    ErrorContext.of(file.store(), entity, key),
                    "entity '" + entity + "' of store '" + file.store() + "' cannot have the unique index on "
                            + index.fields() + ": the row with key '" + key
                            + "' and another have the same values; change one of them first",
                    failure);
        }
    }

    private static Column column(EntityTable table, String field) {
        return table.columns().get(table.schema().position(field));
    }
}
