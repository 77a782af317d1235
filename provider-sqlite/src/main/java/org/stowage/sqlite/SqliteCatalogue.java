package org.stowage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaCode;
import org.stowage.spi.value.ValueType;

/**
 * The entities of a database at one moment. Their shapes are stored as text in the table {@code stowage_schema}, so that the way
 * back from physical names to logical ones is never guessed. Immutable, for many threads.
 */
final class SqliteCatalogue {

    static final String CREATE =
            "CREATE TABLE stowage_schema (entity TEXT NOT NULL PRIMARY KEY, shape TEXT NOT NULL) STRICT, WITHOUT ROWID";
    private static final String SELECT = "SELECT entity, shape FROM stowage_schema";
    private static final String PRESENT = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'index')";
    private static final String SAVE = "INSERT INTO stowage_schema (entity, shape) VALUES (?, ?)"
            + " ON CONFLICT (entity) DO UPDATE SET shape = excluded.shape";
    private static final String DELETE = "DELETE FROM stowage_schema WHERE entity = ?";

    private final DatabaseFile file;
    private final Map<String, EntityTable> tables;
    private final List<EntitySchema> schemas;

    private SqliteCatalogue(DatabaseFile file, Map<String, EntityTable> tables) {
        this.file = file;
        this.tables = Map.copyOf(tables);
        Comparator<Object> codePoints = ValueType.TEXT.order();
        this.schemas = tables.values().stream()
                .map(EntityTable::schema)
                .sorted((a, b) -> codePoints.compare(a.name(), b.name()))
                .toList();
    }

    /** Returns the catalogue that a database has. */
    static SqliteCatalogue load(DatabaseFile file, SqliteConnection connection) throws SQLException {
        Map<String, EntityTable> tables = new TreeMap<>();
        try (CachedStatement statement = connection.statement(SELECT);
                ResultSet result = statement.jdbc().executeQuery()) {
            while (result.next()) {
                String entity = String.valueOf(result.getString(1));
                tables.put(entity, new EntityTable(decode(file, entity, String.valueOf(result.getString(2)))));
            }
        }
        Set<String> present = present(connection);
        for (EntityTable table : tables.values()) {
            check(file, table, present);
        }
        return new SqliteCatalogue(file, tables);
    }

    private static EntitySchema decode(DatabaseFile file, String entity, String shape) {
        try {
            return SchemaCode.decode(shape);
        } catch (RuntimeException failure) {
            throw new CorruptStoreException(
                    ErrorContext.of(file.store(), entity),
                    "store '" + file.store() + "' at '" + file.path() + "' describes entity '" + entity
                            + "' in table 'stowage_schema' in a way that cannot be read; restore it from a backup",
                    failure);
        }
    }

    private static Set<String> present(SqliteConnection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (CachedStatement statement = connection.statement(PRESENT);
                ResultSet result = statement.jdbc().executeQuery()) {
            while (result.next()) {
                names.add(String.valueOf(result.getString(1)));
            }
        }
        return names;
    }

    private static void check(DatabaseFile file, EntityTable table, Set<String> present) {
        List<String> expected = new ArrayList<>(table.indexNames());
        expected.add(0, table.name());
        for (String name : expected) {
            if (!present.contains(name)) {
                throw new CorruptStoreException(
                        ErrorContext.of(file.store(), table.schema().name()),
                        "store '" + file.store() + "' at '" + file.path() + "' has lost the table or index '" + name
                                + "' of entity '" + table.schema().name() + "'; restore it from a backup");
            }
        }
    }

    /** Returns the shapes, by name in code point order. */
    List<EntitySchema> schemas() {
        return schemas;
    }

    /** Returns the table of an entity, or null if there is none. */
    @Nullable EntityTable find(String entity) {
        return tables.get(entity);
    }

    /** Returns the table of an entity. */
    EntityTable table(String entity) {
        EntityTable table = tables.get(entity);
        if (table == null) {
            throw new SchemaMismatchException(
                    ErrorContext.of(file.store(), entity),
                    "store '" + file.store() + "' has no entity '" + entity + "'; it has "
                            + schemas.stream()
                                    .map(schema -> "'" + schema.name() + "'")
                                    .toList());
        }
        return table;
    }

    /** Returns the catalogue in which an entity is as given, or no longer there, and writes that down. */
    SqliteCatalogue with(SqliteConnection connection, String entity, @Nullable EntityTable table) throws SQLException {
        Map<String, EntityTable> changed = new TreeMap<>(tables);
        if (table == null || !table.schema().name().equals(entity)) {
            changed.remove(entity);
            try (CachedStatement statement = connection.statement(DELETE)) {
                statement.jdbc().setString(1, entity);
                statement.jdbc().executeUpdate();
            }
        }
        if (table != null) {
            changed.put(table.schema().name(), table);
            try (CachedStatement statement = connection.statement(SAVE)) {
                PreparedStatement save = statement.jdbc();
                save.setString(1, table.schema().name());
                save.setString(2, SchemaCode.encode(table.schema()));
                save.executeUpdate();
            }
        }
        return new SqliteCatalogue(file, changed);
    }
}
