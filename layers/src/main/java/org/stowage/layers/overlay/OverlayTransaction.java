package org.stowage.layers.overlay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.stowage.layers.forwarding.ForwardingScan;
import org.stowage.spi.CompletedScan;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * A transaction of an overlay: one of the engine that holds what was written, and the snapshot of the store beneath.
 *
 * <p>Before a change is made, every row beneath that it could touch or clash with is taken over, as it is, into the engine. So the engine
 * decides about the change by its own rules, and says by itself what is wrong with it.
 */
final class OverlayTransaction implements Transaction, RowCounter, ScanExplainer {

    private final OverlayBase base;
    private final Transaction delta;
    private final List<OpenScan> scans = new ArrayList<>(0);
    private long rows;

    OverlayTransaction(OverlayBase base, Transaction delta) {
        this.base = base;
        this.delta = delta;
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        BaseEntity known = base.entity(entity, delta);
        Optional<Row> own = delta.get(entity, key);
        if (known == null || own.isPresent() || hidden(known, key)) {
            return own;
        }
        return base.snapshot().get(entity, key);
    }

    private boolean hidden(BaseEntity entity, Key key) {
        return delta.get(entity.hiddenKeys().name(), key).isPresent();
    }

    @Override
    public Scan scan(ScanRequest request) {
        BaseEntity entity = base.entity(request.query().entity(), delta);
        if (entity == null) {
            return delta.scan(request);
        }
        HiddenRows hidden = new HiddenRows(delta, entity);
        OpenScan scan = new OpenScan(scan(entity, hidden, request), hidden);
        scans.add(scan);
        return scan;
    }

    private Scan scan(BaseEntity entity, HiddenRows hidden, ScanRequest request) {
        long hiding = size(entity.allHidden());
        if (hiding == 0 && size(entity.all()) == 0) {
            return base.snapshot().scan(request);
        }
        BaseEntity.Asked asked = entity.asked(request, hiding);
        Scan raw = base.snapshot().scan(asked.request());
        Scan own = null;
        try {
            own = delta.scan(ScanRequest.all(request.query(), request.arguments()));
            Predicate<Row> counts = hiding == 0 ? row -> true : row -> !hidden.hides(row);
            return raw.ordered()
                    ? merged(entity.schema(), raw, counts, own, asked, request)
                    : new ChainedScan(raw, counts, own, residual(raw.residual(), asked, request));
        } catch (RuntimeException | Error failure) {
            raw.close();
            if (own != null) {
                own.close();
            }
            throw failure;
        }
    }

    private static Scan merged(
            EntitySchema schema,
            Scan raw,
            Predicate<Row> counts,
            Scan own,
            BaseEntity.Asked asked,
            ScanRequest request) {
        Predicate<Row> matches = counts;
        if (!asked.filtered()) {
            Evaluator.Filter filter = Evaluator.filter(schema, request.query());
            matches = counts.and(row -> filter.matches(row, request.arguments()));
        }
        ScanRequest everyOwn = ScanRequest.all(request.query(), request.arguments());
        return new MergedScan(
                CompletedScan.of(raw, asked.request(), schema),
                matches,
                CompletedScan.of(own, everyOwn, schema),
                Evaluator.order(schema, request.query()),
                request);
    }

    /** Returns what is left to be tested: of a condition that was not asked for beneath, all. */
    private static Condition residual(Condition beneath, BaseEntity.Asked asked, ScanRequest request) {
        return asked.filtered() ? beneath : request.query().condition();
    }

    @Override
    public OptionalLong count(ScanRequest request) {
        BaseEntity entity = base.entity(request.query().entity(), delta);
        if (entity == null) {
            return ((RowCounter) delta).count(request);
        }
        return size(entity.all()) == 0 && size(entity.allHidden()) == 0
                ? base.snapshot().count(request)
                : OptionalLong.empty();
    }

    /** Returns how many rows a request for all of an entity of the engine gives. */
    private long size(ScanRequest all) {
        return ((RowCounter) delta).count(all).orElseThrow();
    }

    @Override
    public ScanPlan explain(ScanRequest request) {
        BaseEntity entity = base.entity(request.query().entity(), delta);
        if (entity == null) {
            return ((ScanExplainer) delta).explain(request);
        }
        long own = size(entity.all());
        long hiding = size(entity.allHidden());
        if (own == 0 && hiding == 0) {
            return base.snapshot().explain(request);
        }
        BaseEntity.Asked asked = entity.asked(request, hiding);
        ScanPlan beneath = base.snapshot().explain(asked.request());
        List<String> steps = new ArrayList<>(beneath.steps());
        steps.add("without " + hiding + " rows that the overlay has changed or removed, and with " + own
                + " that it holds");
        return beneath.ordered()
                ? new ScanPlan(steps, Condition.ALWAYS, true, true)
                : new ScanPlan(steps, residual(beneath.residual(), asked, request), false, false);
    }

    @Override
    public ChangeResult apply(Change change) {
        BaseEntity entity = base.entity(change.entity(), delta);
        if (entity != null) {
            takeOver(entity, change);
        }
        ChangeResult result = delta.apply(change);
        rows += result.rows();
        return result;
    }

    private void takeOver(BaseEntity entity, Change change) {
        Map<Key, Row> taken = new LinkedHashMap<>();
        switch (change) {
            case Change.Insert insert -> insert.rows().forEach(row -> takeOverRivals(entity, row, taken));
            case Change.Update update -> update.rows().forEach(row -> takeOverRivals(entity, row.row(), taken));
            case Change.Save save -> save.rows().forEach(row -> takeOverRivals(entity, row.row(), taken));
            case Change.Delete delete -> delete.targets().forEach(target -> takeOver(entity, target.key(), taken));
        }
        if (taken.isEmpty()) {
            return;
        }
        delta.apply(new Change.Insert(entity.name(), List.copyOf(taken.values())));
        delta.apply(new Change.Insert(
                entity.hiddenKeys().name(),
                taken.keySet().stream().map(entity::hiding).toList()));
        for (OpenScan scan : scans) {
            scan.hiddenLater(entity, taken);
        }
    }

    private void takeOverRivals(BaseEntity entity, Row row, Map<Key, Row> taken) {
        takeOver(entity, entity.schema().keyOf(row), taken);
        for (ScanRequest request : entity.rivals(row)) {
            try (Scan scan = CompletedScan.of(base.snapshot().scan(request), request, entity.schema())) {
                Row rival = scan.next();
                if (rival != null && !hidden(entity, entity.schema().keyOf(rival))) {
                    taken.put(entity.schema().keyOf(rival), rival);
                }
            }
        }
    }

    private void takeOver(BaseEntity entity, Key key, Map<Key, Row> taken) {
        if (delta.get(entity.name(), key).isEmpty() && !hidden(entity, key)) {
            base.snapshot().get(entity.name(), key).ifPresent(row -> taken.put(key, row));
        }
    }

    @Override
    public ChangeResult commit() {
        closeScans();
        delta.commit();
        return new ChangeResult(rows);
    }

    @Override
    public void close() {
        try (delta) {
            closeScans();
        }
    }

    private void closeScans() {
        // Each takes itself off the list.
        while (!scans.isEmpty()) {
            scans.get(scans.size() - 1).close();
        }
    }

    /** A scan with what was hidden when it began; known to the transaction, whose end closes it. */
    private final class OpenScan extends ForwardingScan {

        private final HiddenRows hidden;

        OpenScan(Scan scan, HiddenRows hidden) {
            super(scan);
            this.hidden = hidden;
        }

        void hiddenLater(BaseEntity entity, Map<Key, Row> taken) {
            if (hidden.entity().equals(entity)) {
                hidden.hiddenLater(taken.keySet());
            }
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // This very scan.
        public void close() {
            scans.removeIf(open -> open == this);
            super.close();
        }
    }
}
