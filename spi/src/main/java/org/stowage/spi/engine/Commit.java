package org.stowage.spi.engine;

import java.util.List;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * The net effect of one transaction: applied to the state before, it gives the state after. Either schema changes or row changes,
 * never both and never neither. Immutable.
 *
 * @param number the place in the order of commits, one more than that of the commit before
 * @param schemaChanges the changes of shape, in order; rows follow from them as {@link SchemaChange} says
 * @param rowChanges what became of rows, one element for each entity that was written, by name in code point order
 */
public record Commit(long number, List<SchemaChange> schemaChanges, List<RowChanges> rowChanges) {

    /** Creates the description with copies of the lists. */
    public Commit {
        schemaChanges = List.copyOf(schemaChanges);
        rowChanges = List.copyOf(rowChanges);
    }

    /**
     * What became of the rows of one entity. Each key comes once, in {@code written} or in {@code deleted}.
     *
     * @param schema the entity's shape
     * @param written the rows as they are now, in the order in which their keys were first written
     * @param deleted the keys that had a row before and have none now, in the order in which they were first written
     */
    public record RowChanges(EntitySchema schema, List<Row> written, List<Key> deleted) {

        /** Creates the description with copies of the lists. */
        public RowChanges {
            written = List.copyOf(written);
            deleted = List.copyOf(deleted);
        }
    }
}
