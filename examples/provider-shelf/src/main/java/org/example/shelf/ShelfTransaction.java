package org.example.shelf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** A unit of work over the shelves that were there when it began. It copies a shelf when it first writes to it. */
final class ShelfTransaction implements Transaction {

    private final ShelfStore store;
    private final Access access;
    private final Map<String, Shelf> shelves;
    private final Set<String> copied = new HashSet<>();
    private long written;
    private boolean ended;

    ShelfTransaction(ShelfStore store, Access access, Map<String, Shelf> committed) {
        this.store = store;
        this.access = access;
        this.shelves = new HashMap<>(committed);
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        return shelves.get(entity).find(key);
    }

    @Override
    public Scan scan(ScanRequest request) {
        return new ShelfScan(
                shelves.get(request.query().entity()).rows(), request.query().condition());
    }

    @Override
    public ChangeResult apply(Change change) {
        if (copied.add(change.entity())) {
            shelves.computeIfPresent(change.entity(), (name, shelf) -> shelf.copy());
        }
        long rows = shelves.get(change.entity()).apply(change);
        written += rows;
        return new ChangeResult(rows);
    }

    @Override
    public ChangeResult commit() {
        if (access == Access.READ_WRITE) {
            store.commit(shelves);
        }
        close();
        return new ChangeResult(written);
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            if (access == Access.READ_WRITE) {
                store.giveTurnBack();
            }
        }
    }
}
