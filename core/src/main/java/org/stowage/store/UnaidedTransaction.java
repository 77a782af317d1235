package org.stowage.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stowage.layers.unaided.UnaidedScan;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Transaction;
import org.stowage.spi.Unwrapping;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * A transaction whose store is asked for nothing that it need not do: a search is a look at every row, with all of the request left to
 * the engine, and nothing is counted or changed but row by row.
 */
final class UnaidedTransaction implements Transaction, ScanExplainer, Unwrapping {

    private final Transaction transaction;
    private final SchemaCatalog catalog;

    UnaidedTransaction(Transaction transaction, SchemaCatalog catalog) {
        this.transaction = transaction;
        this.catalog = catalog;
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        return transaction.get(entity, key);
    }

    @Override
    public Scan scan(ScanRequest request) {
        return UnaidedScan.of(transaction, schema(request), request);
    }

    private EntitySchema schema(ScanRequest request) {
        return catalog.require(request.query().entity());
    }

    @Override
    public ScanPlan explain(ScanRequest request) {
        List<String> steps = new ArrayList<>();
        steps.add("push-down is off: every row is read, and the engine does the rest");
        if (transaction instanceof ScanExplainer explainer) {
            steps.addAll(
                    explainer.explain(UnaidedScan.everything(schema(request))).steps());
        }
        return new ScanPlan(steps, request.query().condition(), false, false);
    }

    @Override
    public ChangeResult apply(Change change) {
        return transaction.apply(change);
    }

    @Override
    public ChangeResult commit() {
        return transaction.commit();
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return transaction instanceof Unwrapping unwrapping ? unwrapping.unwrap(type) : Optional.empty();
    }

    @Override
    public void close() {
        transaction.close();
    }
}
