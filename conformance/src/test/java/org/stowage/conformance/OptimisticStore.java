package org.stowage.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stowage.spi.Access;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * A store whose writers run beside each other, each on a copy of its own. A commit looks whether what its transaction began with is still
 * there and makes its changes, or is a conflict; but for the faults of not looking, or not at all of it, or saying nothing.
 */
final class OptimisticStore implements Store {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Fault fault;
    private final Store store;
    private final PersistenceProvider provider;
    private final List<OptimisticTransaction> writers = new CopyOnWriteArrayList<>();

    OptimisticStore(Fault fault, Store store, PersistenceProvider provider) {
        this.fault = fault;
        this.store = store;
        this.provider = provider;
    }

    /** What a store holds: the rows of each entity by key. */
    record State(List<EntitySchema> schemas, Map<String, Map<String, Row>> rows) {

        static State of(Store store) {
            Map<String, Map<String, Row>> rows = new TreeMap<>();
            List<EntitySchema> schemas = store.schemas();
            try (Transaction reader = store.begin(Access.READ_ONLY, PATIENCE)) {
                for (EntitySchema schema : schemas) {
                    Map<String, Row> byKey = new TreeMap<>();
                    Topic.rows(reader, schema)
                            .forEach(row -> byKey.put(schema.keyOf(row).toString(), row));
                    rows.put(schema.name(), byKey);
                }
            }
            return new State(schemas, rows);
        }

        private boolean sameIn(State other, String entity, Key key) {
            Row row = rows.getOrDefault(entity, Map.of()).get(key.toString());
            Row otherRow = other.rows.getOrDefault(entity, Map.of()).get(key.toString());
            return row == null ? otherRow == null : row.equals(otherRow);
        }
    }

    @Override
    public List<EntitySchema> schemas() {
        return store.schemas();
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        return store.evolve(changes);
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        if (access == Access.READ_WRITE) {
            OptimisticTransaction writer = new OptimisticTransaction(this, copy());
            writers.add(writer);
            return writer;
        }
        List<Change> uncommitted = fault == Fault.DIRTY_READ ? uncommitted() : List.of();
        if (uncommitted.isEmpty()) {
            return store.begin(access, patience);
        }
        OptimisticTransaction reader = new OptimisticTransaction(this, copy());
        uncommitted.forEach(reader::applyIfPossible);
        return reader;
    }

    private List<Change> uncommitted() {
        List<Change> changes = new ArrayList<>();
        writers.forEach(writer -> changes.addAll(writer.changes()));
        return changes;
    }

    /** A state, and a store of its own that holds it. */
    record Copy(State state, Store store) {}

    private Copy copy() {
        State state = State.of(store);
        Store own = provider.open(StoreConfig.of("conformance", null, true, provider, Map.of()));
        own.evolve(state.schemas().stream()
                .<SchemaChange>map(SchemaChange.CreateEntity::new)
                .toList());
        try (Transaction transaction = own.begin(Access.READ_WRITE, PATIENCE)) {
            state.rows()
                    .forEach(
                            (entity, rows) -> transaction.apply(new Change.Insert(entity, List.copyOf(rows.values()))));
            transaction.commit();
        }
        return new Copy(state, own);
    }

    synchronized ChangeResult commit(State begun, List<Change> changes, long rows) {
        if (changes.isEmpty()) {
            return new ChangeResult(0);
        }
        if (clashes(begun, State.of(store), changes)) {
            if (fault == Fault.SWALLOWED_ERROR_AT_COMMIT) {
                return new ChangeResult(rows);
            }
            throw new ConflictException(
                    ErrorContext.of("conformance"), "what the transaction began with is no longer what is stored");
        }
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            changes.forEach(transaction::apply);
            return transaction.commit();
        }
    }

    private boolean clashes(State begun, State now, List<Change> changes) {
        return switch (fault) {
            case LOST_UPDATE -> false;
            case WRITE_SKEW ->
                changes.stream()
                        .anyMatch(change ->
                                keys(change).stream().anyMatch(key -> !begun.sameIn(now, change.entity(), key)));
            default -> !begun.equals(now);
        };
    }

    private List<Key> keys(Change change) {
        EntitySchema schema = BrokenChanges.schema(store, change.entity());
        return switch (change) {
            case Change.Insert insert ->
                insert.rows().stream().map(schema::keyOf).toList();
            case Change.Update update ->
                update.rows().stream().map(row -> schema.keyOf(row.row())).toList();
            case Change.Save save ->
                save.rows().stream().map(row -> schema.keyOf(row.row())).toList();
            case Change.Delete delete ->
                delete.targets().stream().map(Change.Target::key).toList();
        };
    }

    void ended(OptimisticTransaction transaction) {
        writers.remove(transaction);
    }

    @Override
    public void close() {
        store.close();
    }
}
