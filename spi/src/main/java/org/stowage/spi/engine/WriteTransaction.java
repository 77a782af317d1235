package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * The one transaction that writes. It builds on the newest state, on structures that nobody else sees before its commit; so to roll back is
 * to forget. A write that fails rolls it back at once and lets the next writer go on.
 *
 * <p>The store may close it from another thread: that ends it and gives the write lock back, and touches nothing else.
 */
final class WriteTransaction implements Transaction, RowCounter, ScanExplainer {

    private enum Phase {
        OPEN,
        ABORTED,
        ENDED
    }

    private final Timeline timeline;
    private final WriteLock lock;
    private final RowErrors errors;
    private final Timeline.Appended base;
    private final Map<String, TableEditor> editors = new HashMap<>();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.OPEN);
    private Edit edit = new Edit();
    private long rows;
    private @Nullable Throwable failure;

    /** Begins; the caller has acquired the lock, which the transaction releases. */
    WriteTransaction(Timeline timeline, WriteLock lock, RowErrors errors) {
        this.timeline = timeline;
        this.lock = lock;
        this.errors = errors;
        this.base = timeline.newest();
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        checkOpen();
        TableEditor editor = editors.get(entity);
        return editor == null ? base.state().table(entity).get(key) : Optional.ofNullable(editor.find(key));
    }

    @Override
    public Scan scan(ScanRequest request) {
        checkOpen();
        Scan scan = table(request).scan(request, this::checkOpen);
        // The scan reads the nodes as they are now, so what is written from now on goes to copies.
        edit = new Edit();
        return scan;
    }

    @Override
    public OptionalLong count(ScanRequest request) {
        checkOpen();
        return table(request).count(request);
    }

    @Override
    public ScanPlan explain(ScanRequest request) {
        checkOpen();
        return table(request).explain(request);
    }

    @Override
    public ChangeResult apply(Change change) {
        checkOpen();
        try {
            long concerned = editor(change.entity()).apply(change, edit);
            rows += concerned;
            return new ChangeResult(concerned);
        } catch (RuntimeException | Error e) {
            failure = e;
            try {
                finish(Phase.ABORTED);
            } catch (RuntimeException unsettled) {
                e.addSuppressed(unsettled);
            }
            throw e;
        }
    }

    @Override
    public ChangeResult commit() {
        checkOpen();
        if (!phase.compareAndSet(Phase.OPEN, Phase.ENDED)) {
            throw ended();
        }
        Timeline.Appended appended;
        try {
            appended = append();
        } finally {
            // The engine knows its last writer until there is another one.
            editors.clear();
            lock.release();
        }
        timeline.settle(appended);
        return new ChangeResult(rows);
    }

    @Override
    public void close() {
        finish(Phase.ENDED);
        phase.set(Phase.ENDED);
    }

    private Timeline.Appended append() {
        List<Commit.RowChanges> changes = changes();
        if (rows == 0 || (timeline.isLogged() && changes.isEmpty())) {
            // What was read may be a commit that is not durable yet; it is when this returns.
            return base;
        }
        Map<String, Table> changed = new HashMap<>();
        editors.forEach((entity, editor) -> changed.put(entity, editor.table()));
        Snapshot next = base.state().next(changed);
        return timeline.append(next, timeline.isLogged() ? new Commit(next.number(), List.of(), changes) : null);
    }

    private List<Commit.RowChanges> changes() {
        List<Commit.RowChanges> changes = new ArrayList<>();
        for (TableEditor editor : editors.values()) {
            Commit.RowChanges change = editor.changes();
            if (change != null) {
                changes.add(change);
            }
        }
        changes.sort((first, second) -> ValueType.TEXT
                .order()
                .compare(first.schema().name(), second.schema().name()));
        return changes;
    }

    private TableEditor editor(String entity) {
        TableEditor editor = editors.get(entity);
        if (editor == null) {
            editor = new TableEditor(base.state().table(entity), errors, timeline.isLogged());
            editors.put(entity, editor);
        }
        return editor;
    }

    private Table table(ScanRequest request) {
        String entity = request.query().entity();
        TableEditor editor = editors.get(entity);
        return editor == null ? base.state().table(entity) : editor.table();
    }

    private void finish(Phase end) {
        if (phase.compareAndSet(Phase.OPEN, end)) {
            lock.release();
            // What was read here, a clash above all, may be of a commit that readers do not see yet. Whoever hears of
            // it must find it.
            timeline.settleUnlessClosed(base);
        }
    }

    private void checkOpen() {
        timeline.checkOpen();
        if (phase.get() != Phase.OPEN) {
            throw ended();
        }
    }

    private RuntimeException ended() {
        timeline.checkOpen();
        if (phase.get() == Phase.ABORTED) {
            return new TransactionAbortedException(
                    ErrorContext.of(timeline.store()),
                    "the transaction on store '" + timeline.store()
                            + "' was rolled back when a write in it failed; begin a new one",
                    failure);
        }
        return new IllegalStateException("the transaction on store '" + timeline.store() + "' has ended");
    }
}
