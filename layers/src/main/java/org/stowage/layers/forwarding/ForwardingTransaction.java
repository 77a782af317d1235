package org.stowage.layers.forwarding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Transaction;
import org.stowage.spi.Unwrapping;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** A transaction that does what the one beneath does; what that one cannot do, it declines. */
public abstract class ForwardingTransaction implements Transaction, RowCounter, ScanExplainer, Unwrapping {

    private final Transaction beneath;

    protected ForwardingTransaction(Transaction beneath) {
        this.beneath = beneath;
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        return beneath.get(entity, key);
    }

    @Override
    public Scan scan(ScanRequest request) {
        return beneath.scan(request);
    }

    @Override
    public OptionalLong count(ScanRequest request) {
        return beneath instanceof RowCounter counter ? counter.count(request) : OptionalLong.empty();
    }

    @Override
    public ScanPlan explain(ScanRequest request) {
        if (beneath instanceof ScanExplainer explainer) {
            return explainer.explain(request);
        }
        try (Scan scan = beneath.scan(request)) {
            return new ScanPlan(List.of(), scan.residual(), scan.ordered(), scan.limited());
        }
    }

    @Override
    public ChangeResult apply(Change change) {
        return beneath.apply(change);
    }

    @Override
    public ChangeResult commit() {
        return beneath.commit();
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return beneath instanceof Unwrapping unwrapping ? unwrapping.unwrap(type) : Optional.empty();
    }

    @Override
    public void close() {
        beneath.close();
    }
}
