package org.example.shelf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.MissingException;
import org.stowage.spi.error.StaleVersionException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** The rows of one entity by key. A transaction changes its own copy only. */
final class Shelf {

    private final String store;
    private final EntitySchema schema;
    private final Map<Key, Row> rows = new HashMap<>();

    Shelf(String store, EntitySchema schema) {
        this.store = store;
        this.schema = schema;
    }

    EntitySchema schema() {
        return schema;
    }

    Optional<Row> find(Key key) {
        return Optional.ofNullable(rows.get(key));
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    Shelf copy() {
        Shelf copy = new Shelf(store, schema);
        copy.rows.putAll(rows);
        return copy;
    }

    /** Writes a batch, row by row in its order. What is half done after an exception is never seen: the copy is thrown away. */
    long apply(Change change) {
        return switch (change) {
            case Change.Insert insert -> {
                insert.rows().forEach(this::insert);
                yield insert.size();
            }
            case Change.Update update -> {
                update.rows().forEach(row -> replace(row, true));
                yield update.size();
            }
            case Change.Save save -> {
                save.rows().forEach(row -> replace(row, false));
                yield save.size();
            }
            case Change.Delete delete ->
                delete.targets().stream()
                        .filter(target -> delete(target, delete.required()))
                        .count();
        };
    }

    private void insert(Row row) {
        Key key = schema.keyOf(row);
        if (rows.containsKey(key)) {
            throw new ExistsException(context(key), named(key) + " exists already; choose another key");
        }
        put(key, row);
    }

    private void replace(Change.Versioned change, boolean required) {
        Key key = schema.keyOf(change.row());
        requireVersion(key, change.expected(), required);
        put(key, change.row());
    }

    private boolean delete(Change.Target target, boolean required) {
        requireVersion(target.key(), target.expected(), required);
        return rows.remove(target.key()) != null;
    }

    private void requireVersion(Key key, OptionalLong expected, boolean required) {
        Row stored = rows.get(key);
        if (stored == null && required) {
            throw new MissingException(context(key), named(key) + " does not exist");
        }
        if (stored != null && expected.isPresent()) {
            Object version = stored.get(schema.versionPosition());
            if (!Long.valueOf(expected.getAsLong()).equals(version)) {
                throw new StaleVersionException(
                        context(key),
                        named(key) + " has version '" + version + "' and not '" + expected.getAsLong()
                                + "'; read it again and repeat the change");
            }
        }
    }

    private void put(Key key, Row row) {
        schema.indexes().stream().filter(Index::unique).forEach(index -> requireUnique(index, key, row));
        rows.put(key, row);
    }

    private void requireUnique(Index index, Key key, Row row) {
        List<Object> wanted = values(index, row);
        if (wanted.contains(null)) {
            return; // A tuple that holds a null never clashes.
        }
        rows.forEach((other, stored) -> {
            if (!other.equals(key) && wanted.equals(values(index, stored))) {
                throw new UniqueViolatedException(
                        context(key),
                        named(key) + " has " + wanted + " in the unique index " + index.fields() + ", as '" + other
                                + "' has already; choose another value");
            }
        });
    }

    private List<Object> values(Index index, Row row) {
        List<Object> values = new ArrayList<>();
        index.fields().forEach(field -> values.add(row.get(schema.position(field))));
        return values;
    }

    /** Returns a shelf of the next shape with the same rows, as far as the change leaves them the same. */
    Shelf reshaped(EntitySchema after, SchemaChange change) {
        Shelf next = new Shelf(store, after);
        for (Row row : rows.values()) {
            Row moved =
                    switch (change) {
                        case SchemaChange.AddField add -> longer(row, add.value());
                        case SchemaChange.DropField drop -> shorter(row, schema.position(drop.field()));
                        default -> row;
                    };
            next.put(after.keyOf(moved), moved);
        }
        return next;
    }

    private static Row longer(Row row, Object value) {
        Object[] values = Arrays.copyOf(row.toArray(), row.size() + 1);
        values[row.size()] = value;
        return Row.of(values);
    }

    private static Row shorter(Row row, int position) {
        List<Object> values = new ArrayList<>(Arrays.asList(row.toArray()));
        values.remove(position);
        return Row.of(values.toArray());
    }

    private ErrorContext context(Key key) {
        return ErrorContext.of(store, schema.name(), key);
    }

    private String named(Key key) {
        return schema.name() + " '" + key + "' in store '" + store + "'";
    }
}
