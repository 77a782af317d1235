package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/**
 * Fills an {@link Engine} with what was stored, then opens it: first the entities with their rows, then the commits that came after.
 * Not safe for several threads; of no use after a failure or after it was opened.
 */
public final class EngineBuilder {

    private static final Row[] NO_ROWS = {};

    private final RowErrors errors;
    private final Map<String, Table> tables = new HashMap<>();
    private final Edit edit = new Edit();
    private long number;

    EngineBuilder(String store) {
        this.errors = new RowErrors(store);
    }

    /**
     * Adds an entity and its rows. Rows in the order of their keys are the fastest; any order will do.
     *
     * @param schema the entity's shape; each entity once
     * @param rows its rows, complete and checked against the schema
     * @return this
     * @throws org.stowage.spi.error.ExistsException if a key comes twice; names it
     * @throws org.stowage.spi.error.UniqueViolatedException if rows clash in a unique index; names the key of one of them
     */
    public EngineBuilder load(EntitySchema schema, Iterator<Row> rows) {
        List<Row> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        Table table = new TableBuilder(new TableShape(schema), errors).build(all.toArray(NO_ROWS));
        if (tables.putIfAbsent(schema.name(), table) != null) {
            throw new IllegalArgumentException("entity '" + schema.name() + "' was loaded before");
        }
        return this;
    }

    /**
     * Says which commit the loaded rows stand for.
     *
     * @param commit the number of the last commit that they hold
     * @return this
     */
    public EngineBuilder loadedAt(long commit) {
        number = commit;
        return this;
    }

    /**
     * Applies a commit. One that the rows hold already, as its number is not above {@link #loadedAt}, is passed over.
     *
     * @param commit the next one
     * @return this
     * @throws IllegalArgumentException if a commit before it is missing
     * @throws org.stowage.spi.error.StoreException if it does not fit the state
     */
    public EngineBuilder replay(Commit commit) {
        if (commit.number() <= number) {
            return this;
        }
        if (commit.number() != number + 1) {
            throw new IllegalArgumentException(
                    "commit '" + commit.number() + "' does not follow '" + number + "': one between them is missing");
        }
        if (commit.schemaChanges().isEmpty()) {
            commit.rowChanges().forEach(this::replay);
        } else {
            Map<String, Table> after =
                    Evolution.apply(first(), commit.schemaChanges(), errors).tables();
            tables.clear();
            tables.putAll(after);
        }
        number = commit.number();
        return this;
    }

    private void replay(Commit.RowChanges changes) {
        String entity = changes.schema().name();
        Table before = tables.get(entity);
        if (before == null) {
            throw errors.unknownEntity(entity, tables.keySet());
        }
        TableEditor editor = new TableEditor(before, errors, false);
        editor.replay(changes, edit);
        tables.put(entity, editor.table());
    }

    /** Returns the engine; nothing that it commits is durable. */
    public Engine open() {
        return new Engine(errors, first(), null);
    }

    /**
     * Returns the engine.
     *
     * @param log where its commits are made durable; belongs to the engine from now on, which closes it
     */
    public Engine open(CommitLog log) {
        return new Engine(errors, first(), log);
    }

    private Snapshot first() {
        return Snapshot.of(errors, number, new HashMap<>(tables));
    }
}
