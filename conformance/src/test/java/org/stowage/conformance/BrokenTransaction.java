package org.stowage.conformance;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.sequence.Batches;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** A transaction that is right but for one fault. */
final class BrokenTransaction implements Transaction {

    private final Store store;
    private final Access access;
    private final Duration patience;
    private final Fault fault;
    private final BrokenChanges changes;
    private final Map<Key, @Nullable Object[]> handedOut = new HashMap<>();
    private @Nullable Transaction transaction;

    BrokenTransaction(Store store, Access access, Duration patience, Fault fault) {
        this.store = store;
        this.access = access;
        this.patience = patience;
        this.fault = fault;
        this.changes = new BrokenChanges(fault, store);
        if (fault != Fault.SNAPSHOT_FIXED_LATE || access == Access.READ_WRITE) {
            begun();
        }
    }

    private Transaction begun() {
        Transaction known = transaction;
        if (known == null) {
            known = store.begin(access, patience);
            transaction = known;
        }
        return known;
    }

    private EntitySchema schema(String entity) {
        return BrokenChanges.schema(store, entity);
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        if (fault == Fault.ID_REUSE && entity.equals("StowageCounter")) {
            // As an engine does that takes the number after the greatest that it holds.
            EntitySchema counted = schema(key.get(0).toString());
            return Topic.rows(begun(), counted).stream()
                    .reduce((earlier, later) -> later)
                    .map(last -> Row.of(key.get(0), counted.keyOf(last).get(0)));
        }
        Optional<Row> found = begun().get(entity, key);
        return fault == Fault.ALIASING_ROWS ? found.map(row -> aliasing(key, row)) : found;
    }

    /** Returns a row that shows what the store holds, also later. */
    private Row aliasing(Key key, Row row) {
        @Nullable Object[] values = row.toArray();
        handedOut.put(key, values);
        return Row.adopt(values);
    }

    private void changeInPlace(Row row, Key key) {
        @Nullable Object[] values = handedOut.get(key);
        if (values != null) {
            System.arraycopy(row.toArray(), 0, values, 0, row.size());
        }
    }

    @Override
    public Scan scan(ScanRequest request) {
        Transaction current = begun();
        EntitySchema schema = schema(request.query().entity());
        boolean changing = fault == Fault.OPEN_RESULT_CHANGES && access == Access.READ_WRITE;
        return BrokenScan.of(fault, changing, request, schema, current::scan);
    }

    @Override
    public ChangeResult apply(Change change) {
        if (fault == Fault.NON_ATOMIC_BATCH && change.size() > 1) {
            long rows = 0;
            for (Change single : Batches.rowByRow(change)) {
                rows += begun().apply(single).rows();
                begun().commit();
                begun().close();
                transaction = null;
            }
            return new ChangeResult(rows);
        }
        if (change instanceof Change.Update update) {
            EntitySchema schema = schema(update.entity());
            update.rows().forEach(row -> changeInPlace(row.row(), schema.keyOf(row.row())));
        }
        return changes.apply(begun(), change);
    }

    @Override
    public ChangeResult commit() {
        return begun().commit();
    }

    @Override
    public void close() {
        if (transaction != null) {
            transaction.close();
        }
        List<Change> kept = changes.keptInSpiteOfAFailure();
        if (!kept.isEmpty()) {
            try (Transaction late = store.begin(Access.READ_WRITE, patience)) {
                kept.forEach(late::apply);
                late.commit();
            }
        }
    }
}
