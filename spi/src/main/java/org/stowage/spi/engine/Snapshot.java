package org.stowage.spi.engine;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** The state of an {@link Engine} after some commit. Immutable, for many threads; it needs no closing. */
public final class Snapshot {

    private Snapshot() {}

    /** Returns the number of the last commit that this state holds, 0 if there was none. */
    public long number() {
        throw new UnsupportedOperationException();
    }

    /** Returns the shapes of the entities, by name in code point order. */
    public List<EntitySchema> schemas() {
        throw new UnsupportedOperationException();
    }

    /** Returns how many rows an entity has. */
    public long size(String entity) {
        throw new UnsupportedOperationException();
    }

    /** Returns the rows of an entity in the order of their keys. */
    public Iterator<Row> rows(String entity) {
        throw new UnsupportedOperationException();
    }

    /** Returns the row of an entity with a key, if there is one. */
    public Optional<Row> get(String entity, Key key) {
        throw new UnsupportedOperationException();
    }
}
