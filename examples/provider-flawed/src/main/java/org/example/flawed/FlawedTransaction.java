package org.example.flawed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** A transaction of the engine, which is right, and a fault around it. */
final class FlawedTransaction implements Transaction {

    private final FlawedStore store;
    private final Fault fault;
    private final Supplier<Transaction> beginning;
    private final Access access;
    private final Map<Key, Object[]> handedOut = new HashMap<>();
    private Transaction begun;
    private boolean ended;
    private boolean refused;

    FlawedTransaction(FlawedStore store, Fault fault, Supplier<Transaction> beginning, Access access) {
        this.store = store;
        this.fault = fault;
        this.beginning = beginning;
        this.access = access;
        if (fault != Fault.SNAPSHOT_LATE || access == Access.READ_WRITE) {
            begun = beginning.get();
        }
    }

    private Transaction begun() {
        if (begun == null) {
            begun = beginning.get();
        }
        return begun;
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        Optional<Row> row = begun().get(entity, key);
        return fault == Fault.ROWS_ALIASED ? row.map(found -> alias(key, found)) : row;
    }

    private Row alias(Key key, Row row) {
        return Row.adopt(handedOut.computeIfAbsent(key, absent -> row.toArray()));
    }

    @Override
    public Scan scan(ScanRequest request) {
        return FlawedScan.of(fault, store.schema(request.query().entity()), request, begun());
    }

    @Override
    public ChangeResult apply(Change change) {
        try {
            return fault == Fault.BATCH_HALF_DONE ? rowByRow(change) : atOnce(change);
        } catch (RuntimeException e) {
            refused = true;
            throw e;
        }
    }

    private ChangeResult atOnce(Change change) {
        List<Row> before = change instanceof Change.Update update ? stored(update) : List.of();
        ChangeResult result = begun().apply(Changes.flawed(fault, change));
        if (change instanceof Change.Update update && fault == Fault.ROWS_ALIASED) {
            EntitySchema schema = store.schema(update.entity());
            update.rows().forEach(updated -> changeInPlace(schema.keyOf(updated.row()), updated.row()));
        }
        return change instanceof Change.Update update && fault == Fault.UNCHANGED_NOT_COUNTED
                ? new ChangeResult(update.rows().stream()
                        .filter(updated -> !before.contains(updated.row()))
                        .count())
                : result;
    }

    private List<Row> stored(Change.Update update) {
        EntitySchema schema = store.schema(update.entity());
        return update.rows().stream()
                .flatMap(updated -> begun().get(update.entity(), schema.keyOf(updated.row())).stream())
                .toList();
    }

    private void changeInPlace(Key key, Row row) {
        Object[] values = handedOut.get(key);
        if (values != null) {
            System.arraycopy(row.toArray(), 0, values, 0, values.length);
        }
    }

    private ChangeResult rowByRow(Change change) {
        long rows = 0;
        for (Change single : singles(change)) {
            rows += begun().apply(single).rows();
            if (change.size() > 1) {
                begun().commit();
                begun = beginning.get();
            }
        }
        return new ChangeResult(rows);
    }

    private static List<Change> singles(Change change) {
        List<Change> singles = new ArrayList<>();
        String entity = change.entity();
        switch (change) {
            case Change.Insert insert ->
                insert.rows().forEach(row -> singles.add(new Change.Insert(entity, List.of(row))));
            case Change.Update update ->
                update.rows().forEach(row -> singles.add(new Change.Update(entity, List.of(row))));
            case Change.Save save -> save.rows().forEach(row -> singles.add(new Change.Save(entity, List.of(row))));
            case Change.Delete delete ->
                delete.targets()
                        .forEach(row -> singles.add(new Change.Delete(entity, List.of(row), delete.required())));
        }
        return singles;
    }

    @Override
    public ChangeResult commit() {
        ChangeResult result = begun().commit();
        ended = true;
        if (access == Access.READ_WRITE) {
            store.committed();
        }
        return result;
    }

    @Override
    public void close() {
        if (fault == Fault.ROLLBACK_KEEPS && access == Access.READ_WRITE && !ended && !refused) {
            ended = true;
            begun().commit();
        }
        if (begun != null) {
            begun.close();
        }
        if (access == Access.READ_WRITE) {
            store.writingEnded();
        }
    }
}
