package org.stowage.spi.engine;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** The state of an {@link Engine} after some commit. Immutable, for many threads; it needs no closing. */
public final class Snapshot {

    private final RowErrors errors;
    private final long number;
    private final Map<String, Table> tables;
    private final List<EntitySchema> schemas;

    private Snapshot(RowErrors errors, long number, Map<String, Table> tables, List<EntitySchema> schemas) {
        this.errors = errors;
        this.number = number;
        this.tables = tables;
        this.schemas = schemas;
    }

    /** Returns a state with other entities than those before it; the map is the snapshot's from now on. */
    static Snapshot of(RowErrors errors, long number, Map<String, Table> tables) {
        List<EntitySchema> schemas = tables.values().stream()
                .map(Table::schema)
                .sorted((first, second) -> ValueType.TEXT.order().compare(first.name(), second.name()))
                .toList();
        return new Snapshot(errors, number, tables, schemas);
    }

    /** Returns the next state, in which some entities have other rows. */
    Snapshot next(Map<String, Table> changed) {
        Map<String, Table> all = new HashMap<>(tables);
        all.putAll(changed);
        return new Snapshot(errors, number + 1, all, schemas);
    }

    /** Returns the number of the last commit that this state holds, 0 if there was none. */
    public long number() {
        return number;
    }

    /** Returns the shapes of the entities, by name in code point order. */
    public List<EntitySchema> schemas() {
        return schemas;
    }

    /**
     * Returns how many rows an entity has.
     *
     * @throws org.stowage.spi.error.SchemaMismatchException if there is no such entity
     */
    public long size(String entity) {
        return table(entity).size();
    }

    /**
     * Returns the rows of an entity in the order of their keys.
     *
     * @throws org.stowage.spi.error.SchemaMismatchException if there is no such entity
     */
    public Iterator<Row> rows(String entity) {
        RowTree tree = table(entity).byKey();
        TreeCursor cursor = tree.cursor(0, tree.size(), false);
        return new Iterator<>() {
            private @Nullable Row following = cursor.next();

            @Override
            public boolean hasNext() {
                return following != null;
            }

            @Override
            public Row next() {
                Row row = following;
                if (row == null) {
                    throw new NoSuchElementException("entity '" + entity + "' has no more rows");
                }
                following = cursor.next();
                return row;
            }
        };
    }

    /**
     * Returns the row of an entity with a key, if there is one.
     *
     * @throws org.stowage.spi.error.SchemaMismatchException if there is no such entity
     */
    public Optional<Row> get(String entity, Key key) {
        return table(entity).get(key);
    }

    Map<String, Table> tables() {
        return tables;
    }

    Table table(String entity) {
        Table table = tables.get(entity);
        if (table == null) {
            throw errors.unknownEntity(entity, tables.keySet());
        }
        return table;
    }
}
