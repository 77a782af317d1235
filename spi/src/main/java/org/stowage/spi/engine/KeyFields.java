package org.stowage.spi.engine;

import java.util.Objects;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** The key of rows of one shape: its hash and its equality, without making {@link Key} objects. */
final class KeyFields {

    private final EntitySchema schema;
    private final int[] positions;
    private final TupleOrder order;
    private final boolean leading;

    KeyFields(EntitySchema schema, TupleOrder order) {
        this.schema = schema;
        this.positions = schema.keyPositions();
        this.order = order;
        this.leading = positions.length == 1
                && positions[0] == 0
                && schema.fields().get(0).type().equals(ValueType.INT64);
    }

    Key keyOf(Row row) {
        return schema.keyOf(row);
    }

    int hash(Row row) {
        int hash = 0;
        for (int position : positions) {
            hash = 31 * hash + Objects.hashCode(row.get(position));
        }
        return spread(hash);
    }

    int hash(Key key) {
        int hash = 0;
        for (int i = 0; i < positions.length; i++) {
            hash = 31 * hash + key.get(i).hashCode();
        }
        return spread(hash);
    }

    boolean matches(Row row, Key key) {
        if (leading) {
            return key.get(0) instanceof Long whole && whole == row.leading();
        }
        for (int i = 0; i < positions.length; i++) {
            if (!key.get(i).equals(row.get(positions[i]))) {
                return false;
            }
        }
        return true;
    }

    boolean same(Row first, Row second) {
        if (leading) {
            return first.leading() == second.leading();
        }
        for (int position : positions) {
            if (!Objects.equals(first.get(position), second.get(position))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the order of the keys, for rows whose hashes do not tell them apart. */
    TupleOrder order() {
        return order;
    }

    // Numbers that differ in high bits only would otherwise share all of the upper levels.
    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }
}
