package org.example.flawed;

import java.util.Optional;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** The reads of a transaction that somebody else ends. */
record Unending(Transaction transaction) implements Transaction {

    @Override
    public Optional<Row> get(String entity, Key key) {
        return transaction.get(entity, key);
    }

    @Override
    public Scan scan(ScanRequest request) {
        return transaction.scan(request);
    }

    @Override
    public ChangeResult apply(Change change) {
        throw new IllegalStateException("it only reads");
    }

    @Override
    public ChangeResult commit() {
        return new ChangeResult(0);
    }

    @Override
    public void close() {}
}
