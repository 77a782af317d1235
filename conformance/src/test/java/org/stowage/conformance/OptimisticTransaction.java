package org.stowage.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** A transaction of an {@link OptimisticStore}: works on a copy, and remembers what it changed. */
final class OptimisticTransaction implements Transaction {

    private final OptimisticStore store;
    private final OptimisticStore.Copy copy;
    private final Transaction work;
    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private long rows;

    OptimisticTransaction(OptimisticStore store, OptimisticStore.Copy copy) {
        this.store = store;
        this.copy = copy;
        this.work = copy.store().begin(Access.READ_WRITE, Duration.ofSeconds(1));
    }

    List<Change> changes() {
        return changes;
    }

    void applyIfPossible(Change change) {
        try {
            work.apply(change);
        } catch (StoreException e) {
            // It clashes with what another has not committed either.
        }
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        return work.get(entity, key);
    }

    @Override
    public Scan scan(ScanRequest request) {
        return work.scan(request);
    }

    @Override
    public ChangeResult apply(Change change) {
        ChangeResult result = work.apply(change);
        rows += result.rows();
        changes.add(change);
        return result;
    }

    @Override
    public ChangeResult commit() {
        store.ended(this);
        return store.commit(copy.state(), changes, rows);
    }

    @Override
    public void close() {
        store.ended(this);
        work.close();
        copy.store().close();
    }
}
