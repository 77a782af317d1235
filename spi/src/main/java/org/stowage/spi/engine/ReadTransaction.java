package org.stowage.spi.engine;

import java.util.Optional;
import java.util.OptionalLong;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ReadOnlyException;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** Reads the state that was visible when it began. It holds nothing that others wait for. */
final class ReadTransaction implements Transaction, RowCounter, ScanExplainer {

    private final Timeline timeline;
    private final Snapshot snapshot;
    private boolean ended;

    ReadTransaction(Timeline timeline) {
        this.timeline = timeline;
        this.snapshot = timeline.visible();
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        checkOpen();
        return snapshot.table(entity).get(key);
    }

    @Override
    public Scan scan(ScanRequest request) {
        checkOpen();
        return snapshot.table(request.query().entity()).scan(request, this::checkOpen);
    }

    @Override
    public OptionalLong count(ScanRequest request) {
        checkOpen();
        return snapshot.table(request.query().entity()).count(request);
    }

    @Override
    public ScanPlan explain(ScanRequest request) {
        checkOpen();
        return snapshot.table(request.query().entity()).explain(request);
    }

    @Override
    public ChangeResult apply(Change change) {
        checkOpen();
        throw new ReadOnlyException(
                ErrorContext.of(timeline.store(), change.entity()),
                "entity '" + change.entity() + "' cannot be written in a read-only transaction of store '"
                        + timeline.store() + "'; begin one with write access");
    }

    @Override
    public ChangeResult commit() {
        checkOpen();
        ended = true;
        return new ChangeResult(0);
    }

    @Override
    public void close() {
        ended = true;
    }

    private void checkOpen() {
        timeline.checkOpen();
        if (ended) {
            throw new IllegalStateException("the transaction on store '" + timeline.store() + "' has ended");
        }
    }
}
