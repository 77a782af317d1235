package org.stowage.layers.overlay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stowage.layers.overlay.OverlayDifference.ChangedRow;
import org.stowage.layers.overlay.OverlayDifference.EntityDifference;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * Writes what an overlay has changed to the store beneath.
 *
 * @param store the store beneath
 * @param name what the application calls it, for messages
 * @param schemas the shapes that it had when the overlay was made
 * @param patience how long to wait for other transactions
 */
record DifferenceWriter(Store store, String name, List<EntitySchema> schemas, Duration patience) {

    private static final int BATCH = 1000;

    /** Writes and returns the number of rows that were added, changed and removed. */
    long write(OverlayDifference difference) {
        if (!store.schemas().equals(schemas)) {
            throw new ConflictException(
                    ErrorContext.of(name),
                    "the shapes of store '" + name
                            + "' have changed since the overlay was made, so it cannot be applied; make the changes again in a new overlay");
        }
        if (!difference.shapes().isEmpty()) {
            store.evolve(difference.shapes());
        }
        if (difference.entities().isEmpty()) {
            return 0;
        }
        try (Transaction transaction = store.begin(Access.READ_WRITE, patience)) {
            for (EntityDifference entity : difference.entities()) {
                check(transaction, entity);
                write(transaction, entity);
            }
            transaction.commit();
        }
        return difference.rows();
    }

    private void check(Transaction transaction, EntityDifference entity) {
        entity.added().forEach(row -> check(transaction, entity, row, Optional.empty()));
        entity.changed().forEach(row -> check(transaction, entity, row.before(), Optional.of(row.before())));
        entity.removed().forEach(row -> check(transaction, entity, row, Optional.of(row)));
    }

    private void check(Transaction transaction, EntityDifference entity, Row row, Optional<Row> expected) {
        EntitySchema schema = entity.schema();
        Key key = schema.keyOf(row);
        Optional<Row> found = transaction.get(schema.name(), key);
        if (!found.equals(expected)) {
            throw new ConflictException(
                    ErrorContext.of(name, schema.name(), key),
                    "'" + key + "' of " + schema.name() + " in store '" + name + "' was "
                            + (expected.isEmpty() ? "added" : found.isEmpty() ? "removed" : "changed")
                            + " by somebody else since the overlay was made, so no row was applied; make the changes again in a new overlay");
        }
    }

    private static void write(Transaction transaction, EntityDifference entity) {
        EntitySchema schema = entity.schema();
        List<Row> after = entity.changed().stream().map(ChangedRow::after).toList();
        List<Row> gone = new ArrayList<>(entity.removed());
        List<Row> arriving = new ArrayList<>(entity.added());
        boolean unique = schema.indexes().stream().anyMatch(Index::unique);
        if (unique) {
            // Row by row, two rows that have exchanged a value would clash on the way.
            gone.addAll(after);
            arriving.addAll(after);
        }
        inBatches(gone, rows -> new Change.Delete(schema.name(), targets(schema, rows), true), transaction);
        if (!unique) {
            inBatches(
                    after,
                    rows -> new Change.Update(
                            schema.name(),
                            rows.stream().map(Change.Versioned::any).toList()),
                    transaction);
        }
        inBatches(arriving, rows -> new Change.Insert(schema.name(), rows), transaction);
    }

    private static List<Change.Target> targets(EntitySchema schema, List<Row> rows) {
        return rows.stream().map(schema::keyOf).map(Change.Target::any).toList();
    }

    private static void inBatches(List<Row> rows, Function<List<Row>, Change> change, Transaction transaction) {
        for (int start = 0; start < rows.size(); start += BATCH) {
            transaction.apply(change.apply(rows.subList(start, Math.min(rows.size(), start + BATCH))));
        }
    }
}
