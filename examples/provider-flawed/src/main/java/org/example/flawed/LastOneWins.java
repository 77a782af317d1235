package org.example.flawed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** Writes to a copy, and then writes the same again to the original, whatever has become of that. */
final class LastOneWins implements Transaction {

    private final FlawedStore store;
    private final Engine copy;
    private final Transaction own;
    private final List<Change> changes = new ArrayList<>();

    LastOneWins(FlawedStore store) {
        this.store = store;
        store.schemas(); // Refuses if the store is closed.
        this.copy = store.copy();
        this.own = copy.begin(Access.READ_WRITE, Duration.ofSeconds(1));
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        return own.get(entity, key);
    }

    @Override
    public Scan scan(ScanRequest request) {
        return own.scan(request);
    }

    @Override
    public ChangeResult apply(Change change) {
        ChangeResult result = own.apply(change);
        changes.add(Changes.whatever(change));
        return result;
    }

    @Override
    public ChangeResult commit() {
        try (Transaction original = store.engine().begin(Access.READ_WRITE, Duration.ofSeconds(10))) {
            changes.forEach(original::apply);
            original.commit();
        }
        store.committed();
        return own.commit();
    }

    @Override
    public void close() {
        copy.close();
    }
}
