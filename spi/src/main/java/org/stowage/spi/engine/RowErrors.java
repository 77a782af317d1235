package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.MissingException;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.StaleVersionException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * What is said about rows that cannot be written.
 *
 * @param store what the application calls the store
 */
record RowErrors(String store) {

    private static final int SHOWN = 100;

    ExistsException exists(EntitySchema schema, Key key) {
        return new ExistsException(
                context(schema, key), named(schema, key) + " exists already; update or save it, or choose another key");
    }

    MissingException missing(EntitySchema schema, Key key, String attempt) {
        return new MissingException(
                context(schema, key), named(schema, key) + " does not exist, so it cannot be " + attempt);
    }

    StaleVersionException stale(EntitySchema schema, Key key, long expected, Object found) {
        return new StaleVersionException(
                context(schema, key),
                named(schema, key) + " has version '" + found + "' and not '" + expected
                        + "': somebody else changed it; read it again and repeat the change");
    }

    UniqueViolatedException clash(TableShape shape, Index index, Row row, Row holder) {
        EntitySchema schema = shape.schema();
        Key key = shape.key().keyOf(row);
        List<String> values = new ArrayList<>();
        for (String field : index.fields()) {
            values.add("'" + shortened(String.valueOf(row.get(schema.position(field)))) + "'");
        }
        return new UniqueViolatedException(
                context(schema, key),
                named(schema, key) + " has " + String.join(", ", values) + " in unique index ("
                        + String.join(", ", index.fields()) + "), as '"
                        + shortened(shape.key().keyOf(holder).toString())
                        + "' has already; choose another value");
    }

    SchemaMismatchException unknownEntity(String entity, Set<String> known) {
        String all = known.isEmpty() ? "none" : "'" + String.join("', '", new TreeSet<>(known)) + "'";
        return new SchemaMismatchException(
                ErrorContext.of(store, entity),
                "store '" + store + "' has no entity '" + entity + "'; it has " + all + ": create the entity first");
    }

    private ErrorContext context(EntitySchema schema, Key key) {
        return ErrorContext.of(store, schema.name(), key);
    }

    private String named(EntitySchema schema, Key key) {
        return "'" + shortened(key.toString()) + "' of " + schema.name() + " in store '" + store + "'";
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= SHOWN) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
