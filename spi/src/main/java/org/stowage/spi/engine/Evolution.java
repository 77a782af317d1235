package org.stowage.spi.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Row;

/** Makes the rows of a state follow changes of shape. */
final class Evolution {

    private final RowErrors errors;
    private final Map<String, Table> tables;

    private Evolution(RowErrors errors, Map<String, Table> tables) {
        this.errors = errors;
        this.tables = tables;
    }

    /** Returns the next state; the given one stays as it is. */
    static Snapshot apply(Snapshot before, List<SchemaChange> changes, RowErrors errors) {
        Evolution evolution = new Evolution(errors, new HashMap<>(before.tables()));
        changes.forEach(evolution::apply);
        return Snapshot.of(errors, before.number() + 1, evolution.tables);
    }

    private void apply(SchemaChange change) {
        Table before = tables.get(change.entity());
        EntitySchema after = change.applyTo(before == null ? null : before.schema());
        if (after == null) {
            tables.remove(change.entity());
        } else if (before == null) {
            tables.put(after.name(), Table.empty(new TableShape(after)));
        } else {
            move(before, after, rewriting(change, before.schema()));
        }
    }

    private void move(Table before, EntitySchema after, @Nullable UnaryOperator<Row> rewriting) {
        String name = before.schema().name();
        if (!name.equals(after.name()) && tables.containsKey(after.name())) {
            throw new SchemaMismatchException(
                    ErrorContext.of(errors.store(), name),
                    "entity '" + name + "' of store '" + errors.store() + "' cannot be renamed to '" + after.name()
                            + "', which exists already; choose another name");
        }
        tables.remove(name);
        tables.put(after.name(), before.reshaped(after, rewriting, errors));
    }

    private static @Nullable UnaryOperator<Row> rewriting(SchemaChange change, EntitySchema before) {
        return switch (change) {
            case SchemaChange.AddField add -> row -> longer(row, add.value());
            case SchemaChange.DropField drop -> {
                int position = before.position(drop.field());
                yield row -> shorter(row, position);
            }
            case SchemaChange.CreateEntity same -> null;
            case SchemaChange.DropEntity same -> null;
            case SchemaChange.RenameEntity same -> null;
            case SchemaChange.RenameField same -> null;
            case SchemaChange.WidenField same -> null;
            case SchemaChange.CreateIndex same -> null;
            case SchemaChange.DropIndex same -> null;
        };
    }

    private static Row longer(Row row, @Nullable Object value) {
        @Nullable Object[] values = Arrays.copyOf(row.toArray(), row.size() + 1);
        values[row.size()] = value;
        return Row.adopt(values);
    }

    private static Row shorter(Row row, int position) {
        @Nullable Object[] all = row.toArray();
        @Nullable Object[] values = Arrays.copyOf(all, all.length - 1);
        System.arraycopy(all, position + 1, values, position, values.length - position);
        return Row.adopt(values);
    }
}
