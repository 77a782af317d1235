package org.stowage.conformance;

import java.time.Duration;
import java.util.Optional;
import org.stowage.layers.forwarding.ForwardingStore;
import org.stowage.layers.forwarding.ForwardingTransaction;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** A store whose threads take {@link Turns}, but for the one that makes it. */
final class TakingTurns extends ForwardingStore {

    private final Thread maker = Thread.currentThread();
    private final Turns turns;

    TakingTurns(Store beneath, Turns turns) {
        super(beneath);
        this.turns = turns;
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        return Thread.currentThread().equals(maker)
                ? super.begin(access, patience)
                : new InTurn(turns.begin(() -> super.begin(access, patience)));
    }

    private final class InTurn extends ForwardingTransaction {

        InTurn(Transaction beneath) {
            super(beneath);
        }

        @Override
        public Optional<Row> get(String entity, Key key) {
            return turns.step(() -> super.get(entity, key));
        }

        @Override
        public Scan scan(ScanRequest request) {
            return turns.step(() -> super.scan(request));
        }

        @Override
        public ChangeResult apply(Change change) {
            return turns.step(() -> super.apply(change));
        }

        @Override
        public ChangeResult commit() {
            return turns.step(super::commit);
        }

        @Override
        public void close() {
            turns.end(super::close);
        }
    }
}
