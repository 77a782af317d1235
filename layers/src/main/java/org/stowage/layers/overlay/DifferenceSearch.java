package org.stowage.layers.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stowage.layers.overlay.OverlayDifference.ChangedRow;
import org.stowage.layers.overlay.OverlayDifference.EntityDifference;
import org.stowage.spi.Transaction;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * Finds what one transaction of an overlay's engine sees that is not as it was beneath.
 *
 * @param base what is beneath
 * @param delta the transaction
 * @param schemas the shapes of the overlay's entities
 * @param shapes the changes that led to them
 */
record DifferenceSearch(OverlayBase base, Transaction delta, List<EntitySchema> schemas, List<SchemaChange> shapes) {

    OverlayDifference run() {
        List<EntityDifference> entities = new ArrayList<>();
        try (ReshapedBase reshaped = new ReshapedBase(base, delta, shapes)) {
            for (EntitySchema schema : schemas) {
                BaseEntity through = base.entity(schema.name(), delta);
                EntityDifference difference = through == null ? ofTakenOver(schema, reshaped) : ofReadThrough(through);
                if (!difference.none()) {
                    entities.add(difference);
                }
            }
        }
        return new OverlayDifference(shapes, entities);
    }

    private EntityDifference ofReadThrough(BaseEntity entity) {
        List<Row> hidden = new ArrayList<>();
        for (Row keys : AllRows.of(entity.hiddenKeys(), delta::scan)) {
            Key key = entity.hiddenKeys().keyOf(keys);
            base.snapshot().get(entity.name(), key).ifPresent(hidden::add);
        }
        return difference(
                entity.schema(),
                hidden,
                key -> base.snapshot().get(entity.name(), key),
                AllRows.of(entity.schema(), delta::scan));
    }

    private EntityDifference ofTakenOver(EntitySchema schema, ReshapedBase reshaped) {
        return difference(
                schema, reshaped.rows(schema), key -> reshaped.get(schema, key), AllRows.of(schema, delta::scan));
    }

    /**
     * Compares.
     *
     * @param old those of the rows from before that may be changed or gone
     * @param before finds the row from before with a key
     * @param now those of the rows of today that may be new or changed
     */
    private EntityDifference difference(
            EntitySchema schema, List<Row> old, Function<Key, Optional<Row>> before, List<Row> now) {
        List<Row> added = new ArrayList<>();
        List<ChangedRow> changed = new ArrayList<>();
        List<Row> removed = new ArrayList<>();
        for (Row row : now) {
            Optional<Row> was = before.apply(schema.keyOf(row));
            if (was.isEmpty()) {
                added.add(row);
            } else if (!was.get().equals(row)) {
                changed.add(new ChangedRow(was.get(), row));
            }
        }
        for (Row row : old) {
            if (delta.get(schema.name(), schema.keyOf(row)).isEmpty()) {
                removed.add(row);
            }
        }
        return new EntityDifference(schema, added, changed, removed);
    }
}
