package org.example.flawed;

import java.time.Duration;
import java.util.List;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.engine.EngineBuilder;
import org.stowage.spi.engine.Snapshot;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** An engine, which is right, and a fault around it. */
final class FlawedStore implements Store {

    private final Engine engine;
    private final Fault fault;
    private final Runnable committed;
    private final Runnable closed;
    private volatile Transaction writing;
    private boolean ended;

    /**
     * Creates the store.
     *
     * @param committed what is done after each commit, before it is acknowledged
     * @param closed what is done at the end
     */
    FlawedStore(Engine engine, Fault fault, Runnable committed, Runnable closed) {
        this.engine = engine;
        this.fault = fault;
        this.committed = committed;
        this.closed = closed;
    }

    @Override
    public List<EntitySchema> schemas() {
        return engine.schemas();
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        List<EntitySchema> schemas = engine.evolve(changes);
        for (SchemaChange change : changes) {
            if (fault == Fault.NEW_FIELD_LOSES_ROWS && change instanceof SchemaChange.AddField add) {
                deleteAll(add.entity());
            }
        }
        committed.run();
        return schemas;
    }

    private void deleteAll(String entity) {
        EntitySchema schema = schema(entity);
        try (Transaction transaction = engine.begin(Access.READ_WRITE, Duration.ofSeconds(10))) {
            engine.snapshot()
                    .rows(entity)
                    .forEachRemaining(row -> transaction.apply(new Change.Delete(
                            entity, List.of(Change.Target.any(schema.keyOf(row))), false)));
            transaction.commit();
        }
    }

    EntitySchema schema(String entity) {
        return engine.snapshot().schemas().stream()
                .filter(schema -> schema.name().equals(entity))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        return switch (fault) {
            case UPDATES_LOST -> access == Access.READ_WRITE ? new LastOneWins(this) : engine.begin(access, patience);
            case DIRTY_READS -> access == Access.READ_WRITE ? writing(patience) : reading(patience);
            default -> new FlawedTransaction(this, fault, () -> engine.begin(access, patience), access);
        };
    }

    private Transaction writing(Duration patience) {
        Transaction transaction = new FlawedTransaction(
                this, fault, () -> engine.begin(Access.READ_WRITE, patience), Access.READ_WRITE);
        writing = transaction;
        return transaction;
    }

    /** Returns a view into the transaction that writes just now, if there is one. */
    private Transaction reading(Duration patience) {
        Transaction other = writing;
        return new FlawedTransaction(
                this,
                fault,
                () -> other == null ? engine.begin(Access.READ_ONLY, patience) : new Unending(other),
                Access.READ_ONLY);
    }

    /** Says that nothing is written any more that could be seen too early. */
    void writingEnded() {
        writing = null;
    }

    /** Returns a store of its own that holds the same. */
    Engine copy() {
        Snapshot state = engine.snapshot();
        EngineBuilder copy = Engine.named("copy");
        state.schemas().forEach(schema -> copy.load(schema, state.rows(schema.name())));
        return copy.open();
    }

    Engine engine() {
        return engine;
    }

    void committed() {
        committed.run();
    }

    @Override
    public void close() {
        if (fault == Fault.OPEN_AFTER_CLOSE || ended) {
            return;
        }
        ended = true;
        engine.close();
        closed.run();
    }
}
