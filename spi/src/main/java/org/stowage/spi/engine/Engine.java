package org.stowage.spi.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/**
 * A store in memory. Every commit makes a new immutable state that shares with the one before what did not change. Readers take
 * the state there is and never wait; writers take turns.
 *
 * <p>Safe for many threads. Its transactions are {@link org.stowage.spi.RowCounter} and {@link org.stowage.spi.ScanExplainer}
 * as well, and roll back by themselves when a write fails. What a committing thread wrote before the commit is seen by
 * every thread that begins a transaction after it.
 */
public final class Engine implements Store {

    /** How long a change of shape waits for the writer before it. */
    private static final Duration EVOLUTION_PATIENCE = Duration.ofSeconds(10);

    private final RowErrors errors;
    private final WriteLock lock;
    private final Timeline timeline;
    private volatile @Nullable WriteTransaction writer;

    Engine(RowErrors errors, Snapshot first, @Nullable CommitLog log) {
        this.errors = errors;
        this.lock = new WriteLock(errors.store());
        this.timeline = new Timeline(errors.store(), log, first);
    }

    /**
     * Starts a store.
     *
     * @param store what the application calls it, for messages
     */
    public static EngineBuilder named(String store) {
        return new EngineBuilder(store);
    }

    /** Returns the state that a reader would see now; also after the store was closed, then the last. */
    public Snapshot snapshot() {
        return timeline.visible();
    }

    @Override
    public List<EntitySchema> schemas() {
        timeline.checkOpen();
        return timeline.visible().schemas();
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        if (changes.isEmpty()) {
            return schemas();
        }
        Timeline.Appended appended;
        timeline.checkWritable();
        lock.acquire(EVOLUTION_PATIENCE);
        try {
            Snapshot next = Evolution.apply(timeline.newest().state(), changes, errors);
            appended = timeline.append(next, new Commit(next.number(), changes, List.of()));
        } finally {
            lock.release();
        }
        timeline.settle(appended);
        return appended.state().schemas();
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        timeline.checkOpen();
        return switch (access) {
            case READ_ONLY -> new ReadTransaction(timeline);
            case READ_WRITE -> beginWriting(patience);
        };
    }

    private Transaction beginWriting(Duration patience) {
        timeline.checkWritable();
        lock.acquire(patience);
        WriteTransaction transaction = new WriteTransaction(timeline, lock, errors);
        writer = transaction;
        // Only now, as close() ends the writer it finds: of the two, one sees the other.
        try {
            timeline.checkWritable();
        } catch (RuntimeException e) {
            transaction.close();
            throw e;
        }
        return transaction;
    }

    @Override
    public void close() {
        if (!timeline.close()) {
            return;
        }
        WriteTransaction last = writer;
        if (last != null) {
            last.close();
        }
    }
}
