package org.stowage.layers.faults;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.forwarding.ForwardingScan;
import org.stowage.layers.forwarding.ForwardingTransaction;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreUnavailableException;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** A transaction whose operations fail by plan. */
final class FaultyTransaction extends ForwardingTransaction {

    private final Access access;
    private final FaultyStore store;
    private boolean lost;

    FaultyTransaction(Transaction beneath, Access access, FaultyStore store) {
        super(beneath);
        this.access = access;
        this.store = store;
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        strike(Operation.GET, entity);
        return super.get(entity, key);
    }

    @Override
    public Scan scan(ScanRequest request) {
        String entity = request.query().entity();
        strike(Operation.SCAN, entity);
        return new FaultyScan(super.scan(request), entity);
    }

    @Override
    public OptionalLong count(ScanRequest request) {
        strike(Operation.COUNT, request.query().entity());
        return super.count(request);
    }

    @Override
    public ChangeResult apply(Change change) {
        strike(Operation.APPLY, change.entity());
        return super.apply(change);
    }

    @Override
    public ChangeResult commit() {
        requireConnection();
        Effect effect = access == Access.READ_ONLY ? null : store.plan().strike(store.name(), Operation.COMMIT, null);
        if (effect == null) {
            return super.commit();
        }
        if (effect == Effect.COMMITTED_UNKNOWN) {
            super.commit();
            throw unknown();
        }
        // A commit that fails has ended its transaction, whatever the reason.
        lose();
        throw effect == Effect.NOT_COMMITTED_UNKNOWN
                ? unknown()
                : store.plan().failure(effect, store.name(), Operation.COMMIT, null);
    }

    private CommitUnknownException unknown() {
        return new CommitUnknownException(
                ErrorContext.of(store.name()),
                store.plan().said(store.name(), Operation.COMMIT, null)
                        + " got no answer, so the transaction is there or not; look before it is repeated");
    }

    private void strike(Operation operation, String entity) {
        requireConnection();
        Effect effect = store.plan().strike(store.name(), operation, entity);
        if (effect == null) {
            return;
        }
        if (effect == Effect.LOSE_CONNECTION || effect == Effect.CONFLICT) {
            lose();
        }
        throw store.plan().failure(effect, store.name(), operation, entity);
    }

    private void lose() {
        lost = true;
        super.close();
    }

    private void requireConnection() {
        if (lost) {
            throw new StoreUnavailableException(
                    ErrorContext.of(store.name()),
                    "on purpose: the connection of this transaction in store '" + store.name() + "' is lost");
        }
    }

    @Override
    public void close() {
        if (!lost) {
            super.close();
        }
    }

    /** A scan whose rows fail to come by plan. */
    private final class FaultyScan extends ForwardingScan {

        private final String entity;

        FaultyScan(Scan beneath, String entity) {
            super(beneath);
            this.entity = entity;
        }

        @Override
        public @Nullable Row next() {
            strike(Operation.NEXT, entity);
            return super.next();
        }
    }
}
