package org.stowage.internal.jdql;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.store.RowStream;
import org.stowage.store.StoreTransaction;

/**
 * Updates and deletes by condition. The rows are found in key order and written in batches, so that a clash in a unique index is found
 * as it would be row by row. An update also counts up the version, or those who read the entity before would not notice.
 */
public final class BulkChange {

    private static final int BATCH = 1_000;

    private BulkChange() {}

    /** Returns the query for the rows of a statement. */
    public static Query query(CompiledStatement statement) {
        EntitySchema schema = statement.schema();
        return switch (statement) {
            case CompiledStatement.Find find -> Query.of(schema, find.condition(), find.sorts(), fields(find));
            case CompiledStatement.Count count -> keys(schema, count.condition());
            case CompiledStatement.Update update -> Query.of(schema, update.condition(), List.of());
            case CompiledStatement.Delete delete -> keys(schema, delete.condition());
        };
    }

    /** Returns the query for the keys of rows, as no more is needed to count or delete them. */
    public static Query keys(EntitySchema schema, Condition condition) {
        return Query.of(schema, condition, List.of(), Set.copyOf(schema.key()));
    }

    private static Set<String> fields(CompiledStatement.Find find) {
        return find.selected().stream().map(Expression.Path::field).collect(Collectors.toSet());
    }

    /**
     * Changes the rows of a request and returns how many there were.
     *
     * @param given the caller's arguments
     * @param check throws if a row as it shall be is not allowed above the store
     */
    public static long update(
            StoreTransaction transaction,
            CompiledStatement.Update statement,
            ScanRequest request,
            @Nullable Object[] given,
            Clock clock,
            Consumer<Row> check) {
        Setter[] setters = statement.assignments().stream()
                .map(assignment -> new Setter(
                        statement.schema(),
                        RowPath.of(statement.schema(), assignment.target()),
                        assignment,
                        assignment.slots().arguments(given, clock)))
                .toArray(Setter[]::new);
        int version = statement.schema().versionPosition();
        boolean versionSet = statement.assignments().stream()
                .anyMatch(assignment -> assignment
                        .target()
                        .field()
                        .equals(statement.schema().version().orElse(null)));
        int counted = versionSet ? -1 : version;
        try (RowStream rows = transaction.scan(request)) {
            long count = 0;
            List<Change.Versioned> batch = new ArrayList<>();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                Row changed = row;
                for (Setter setter : setters) {
                    changed = setter.apply(row, changed);
                }
                if (counted >= 0) {
                    changed = changed.with(counted, Math.addExact(versionOf(row, counted), 1));
                }
                changed = statement.schema().check(changed);
                check.accept(changed);
                batch.add(Change.Versioned.any(changed));
                count++;
                if (batch.size() == BATCH) {
                    transaction.apply(new Change.Update(request.query().entity(), batch));
                    batch = new ArrayList<>();
                }
            }
            if (!batch.isEmpty()) {
                transaction.apply(new Change.Update(request.query().entity(), batch));
            }
            return count;
        }
    }

    private static long versionOf(Row row, int position) {
        return row.get(position) instanceof Long version ? version : 0;
    }

    /** Removes the rows of a request and returns how many there were. */
    public static long delete(StoreTransaction transaction, EntitySchema schema, ScanRequest request) {
        try (RowStream rows = transaction.scan(request)) {
            long count = 0;
            List<Change.Target> batch = new ArrayList<>();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                batch.add(Change.Target.any(schema.keyOf(row)));
                if (batch.size() == BATCH) {
                    count += transaction.apply(new Change.Delete(schema.name(), batch, true));
                    batch = new ArrayList<>();
                }
            }
            return batch.isEmpty() ? count : count + transaction.apply(new Change.Delete(schema.name(), batch, true));
        }
    }

    private record Setter(
            EntitySchema schema,
            RowPath path,
            CompiledStatement.Assignment assignment,
            List<@Nullable Object> arguments) {

        Row apply(Row before, Row changed) {
            var calculation = assignment.value();
            Row after = path.with(changed, calculation == null ? null : calculation.value(before, arguments));
            if (after == null) {
                throw new InvalidValueException(
                        new ErrorContext(null, schema.name(), schema.keyOf(before)),
                        "attribute '" + assignment.target() + "' of entity '" + schema.name() + "' with key '"
                                + schema.keyOf(before)
                                + "' cannot be set, as what should hold it is null; set that first");
            }
            return after;
        }
    }
}
