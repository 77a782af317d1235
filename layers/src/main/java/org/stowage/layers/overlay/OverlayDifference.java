package org.stowage.layers.overlay;

import java.util.List;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Row;

/**
 * What an overlay has changed.
 *
 * @param shapes the changes of shape, in order
 * @param entities the entities with other rows than they had, by name in code point order. Where the shape changed too, rows are compared
 *     with what the change of shape has made of those from before; the rows of an entity that was dropped are not listed.
 */
public record OverlayDifference(List<SchemaChange> shapes, List<EntityDifference> entities) {

    /** Creates the difference with copies of the lists. */
    public OverlayDifference {
        shapes = List.copyOf(shapes);
        entities = List.copyOf(entities);
    }

    /** Returns whether nothing has changed. */
    public boolean none() {
        return shapes.isEmpty() && entities.isEmpty();
    }

    /** Returns how many rows were added, changed or removed. */
    public long rows() {
        return entities.stream()
                .mapToLong(entity -> entity.added().size()
                        + entity.changed().size()
                        + entity.removed().size())
                .sum();
    }

    /**
     * The rows of one entity that are not as they were, each list by key.
     *
     * @param schema its shape, as it is now
     * @param added rows whose key is new
     * @param changed rows with other values
     * @param removed rows, as they were, whose key is gone
     */
    public record EntityDifference(EntitySchema schema, List<Row> added, List<ChangedRow> changed, List<Row> removed) {

        /** Creates the difference with copies of the lists. */
        public EntityDifference {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            removed = List.copyOf(removed);
        }

        boolean none() {
            return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
        }
    }

    /**
     * A row with other values.
     *
     * @param before as it was
     * @param after as it is
     */
    public record ChangedRow(Row before, Row after) {}
}
