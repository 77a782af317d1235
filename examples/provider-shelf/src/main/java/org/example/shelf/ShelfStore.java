package org.example.shelf;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.ValueType;

/** An open store: the shelves of the last commit. Whoever writes has the turn, works on copies and puts them in their place. */
final class ShelfStore implements Store {

    private static final Duration EVOLUTION_PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Semaphore turn = new Semaphore(1);
    // Neither the map nor a shelf in it is ever changed: this is what makes a snapshot of it.
    private volatile Map<String, Shelf> committed = Map.of();
    private volatile boolean closed;

    ShelfStore(String name) {
        this.name = name;
    }

    @Override
    public List<EntitySchema> schemas() {
        requireOpen();
        return committed.values().stream()
                .map(Shelf::schema)
                .sorted((a, b) -> ValueType.TEXT.order().compare(a.name(), b.name()))
                .toList();
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        requireOpen();
        takeTurn(EVOLUTION_PATIENCE);
        try {
            Map<String, Shelf> next = new HashMap<>(committed);
            changes.forEach(change -> evolve(next, change));
            committed = Map.copyOf(next);
        } finally {
            turn.release();
        }
        return schemas();
    }

    private void evolve(Map<String, Shelf> shelves, SchemaChange change) {
        Shelf before = shelves.remove(change.entity());
        EntitySchema after = change.applyTo(before == null ? null : before.schema());
        if (after == null) {
            return;
        }
        if (shelves.containsKey(after.name())) {
            throw new SchemaMismatchException(
                    ErrorContext.of(name, change.entity()), "there is an entity '" + after.name() + "' already");
        }
        shelves.put(after.name(), before == null ? new Shelf(name, after) : before.reshaped(after, change));
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        requireOpen();
        if (access == Access.READ_WRITE) {
            takeTurn(patience);
        }
        return new ShelfTransaction(this, access, committed);
    }

    /** Puts what a transaction has written in the place of what was there, and lets the next one write. */
    void commit(Map<String, Shelf> written) {
        requireOpen();
        committed = Map.copyOf(written);
    }

    void giveTurnBack() {
        turn.release();
    }

    private void takeTurn(Duration patience) {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreTimeoutException(
                        ErrorContext.of(name), "another transaction still writes after " + patience.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    ErrorContext.of(name), "the thread was interrupted while it waited for another transaction", e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosedException(ErrorContext.of(name), "store '" + name + "' is closed; open it again");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
