package org.stowage.spi.engine;

import java.util.Iterator;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/**
 * Fills an {@link Engine} with what was stored, then opens it: first the entities with their rows, then the commits that came after.
 * Not safe for several threads; of no use after a failure.
 */
public final class EngineBuilder {

    EngineBuilder(String store) {}

    /**
     * Adds an entity and its rows. Rows in the order of their keys are the fastest; any order will do.
     *
     * @param schema the entity's shape; each entity once
     * @param rows its rows, complete and checked against the schema
     * @return this
     * @throws org.stowage.spi.error.ExistsException if a key comes twice; names it
     * @throws org.stowage.spi.error.UniqueViolatedException if rows clash in a unique index; names the key of the second
     */
    public EngineBuilder load(EntitySchema schema, Iterator<Row> rows) {
        throw new UnsupportedOperationException();
    }

    /**
     * Says which commit the loaded rows stand for.
     *
     * @param number the number of the last commit that they hold
     * @return this
     */
    public EngineBuilder loadedAt(long number) {
        throw new UnsupportedOperationException();
    }

    /**
     * Applies a commit. One whose number is not above {@link #loadedAt} is passed over, as the rows hold it already.
     *
     * @param commit the next one
     * @return this
     * @throws IllegalArgumentException if a commit before it is missing
     * @throws org.stowage.spi.error.StoreException if it does not fit the state
     */
    public EngineBuilder replay(Commit commit) {
        throw new UnsupportedOperationException();
    }

    /** Returns the engine; nothing that it commits is durable. */
    public Engine open() {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns the engine.
     *
     * @param log where its commits are made durable; belongs to the engine from now on, which closes it
     */
    public Engine open(CommitLog log) {
        throw new UnsupportedOperationException();
    }
}
