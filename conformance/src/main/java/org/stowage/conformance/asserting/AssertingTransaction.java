package org.stowage.conformance.asserting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Access;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Transaction;
import org.stowage.spi.Unwrapping;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * A transaction that watches who calls it. It can explain, count and let at the engine beneath for every provider, as far as that can: which a
 * caller must ask for in each case, as it may be declined.
 */
class AssertingTransaction implements Transaction, RowCounter, ScanExplainer, Unwrapping {

    private final Transaction transaction;
    private final Access access;
    private final Map<String, EntitySchema> schemas;
    private final Violations violations;
    private final Consumer<AssertingTransaction> closing;
    private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
    private final Set<AssertingScan> scans = ConcurrentHashMap.newKeySet();
    private volatile boolean failed;
    private volatile boolean committed;
    private volatile boolean closed;

    private AssertingTransaction(
            Transaction transaction,
            Access access,
            Map<String, EntitySchema> schemas,
            Violations violations,
            Consumer<AssertingTransaction> closing) {
        this.transaction = transaction;
        this.access = access;
        this.schemas = schemas;
        this.violations = violations;
        this.closing = closing;
    }

    static AssertingTransaction over(
            Transaction transaction,
            Access access,
            Map<String, EntitySchema> schemas,
            Violations violations,
            Consumer<AssertingTransaction> closing) {
        return new AssertingTransaction(transaction, access, schemas, violations, closing);
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        return used("looks for a row", () -> {
            violations.unless(
                    shape(entity).check(key).equals(key), "looks for '" + entity + "' by the unchecked key " + key);
            return transaction.get(entity, key);
        });
    }

    @Override
    public Scan scan(ScanRequest request) {
        return used("asks for rows", () -> {
            requireFitting(request);
            AssertingScan scan = new AssertingScan(transaction.scan(request), this, violations);
            scans.add(scan);
            return scan;
        });
    }

    @Override
    public OptionalLong count(ScanRequest request) {
        return used("counts rows", () -> {
            requireFitting(request);
            return transaction instanceof RowCounter counter ? counter.count(request) : OptionalLong.empty();
        });
    }

    @Override
    public ScanPlan explain(ScanRequest request) {
        return used("asks for a plan", () -> {
            requireFitting(request);
            return transaction instanceof ScanExplainer explainer
                    ? explainer.explain(request)
                    : new ScanPlan(List.of(), request.query().condition(), false, false);
        });
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return used(
                "asks for what is beneath",
                () -> transaction instanceof Unwrapping unwrapping ? unwrapping.unwrap(type) : Optional.empty());
    }

    @Override
    public ChangeResult apply(Change change) {
        return used("writes", () -> {
            violations.unless(access == Access.READ_WRITE, "writes '" + change.entity() + "' where it may only read");
            violations.unless(change.size() > 0, "writes nothing to '" + change.entity() + "'");
            requireChecked(shape(change.entity()), change);
            return transaction.apply(change);
        });
    }

    @Override
    public ChangeResult commit() {
        return used("commits", () -> {
            scans.forEach(scan -> violations.note("commits while rows are open"));
            ChangeResult result = transaction.commit();
            committed = true;
            return result;
        });
    }

    @Override
    public void close() {
        // A store may be closed by a thread while another one is in a transaction, which ends it.
        closed = true;
        closing.accept(this);
        transaction.close();
        scans.forEach(scan -> violations.note("ends a transaction while rows are open"));
        scans.clear();
    }

    void closed(AssertingScan scan) {
        scans.remove(scan);
    }

    private EntitySchema shape(String entity) {
        EntitySchema shape = schemas.get(entity);
        violations.unless(shape != null, "names the entity '" + entity + "', which the store does not have");
        return Objects.requireNonNull(shape);
    }

    /** Sees that a question fits the shape that is stored: it is built anew, which checks it. */
    private void requireFitting(ScanRequest request) {
        Query query = request.query();
        EntitySchema shape = shape(query.entity());
        try {
            Query.of(shape, query.condition(), query.sorts(), query.fields());
        } catch (RuntimeException e) {
            violations.unless(false, "asks what does not fit '" + query.entity() + "': " + e.getMessage());
        }
        violations.unless(
                query.condition().equals(Condition.ALWAYS) || !query.sorts().isEmpty(), "asks without a total order");
    }

    private void requireChecked(EntitySchema shape, Change change) {
        switch (change) {
            case Change.Insert insert -> insert.rows().forEach(row -> requireChecked(shape, row));
            case Change.Update update -> update.rows().forEach(row -> requireChecked(shape, row.row()));
            case Change.Save save -> save.rows().forEach(row -> requireChecked(shape, row.row()));
            case Change.Delete delete ->
                delete.targets()
                        .forEach(target -> violations.unless(
                                shape.check(target.key()).equals(target.key()),
                                "deletes by the unchecked key " + target.key()));
        }
    }

    private void requireChecked(EntitySchema shape, Row row) {
        violations.unless(neutral(shape, row), "writes the unchecked row " + row + " to '" + shape.name() + "'");
    }

    private static boolean neutral(EntitySchema shape, Row row) {
        try {
            return shape.check(row).equals(row);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Runs what a caller wants if it may want anything, and nobody else is at it. */
    <T> T used(String doing, Supplier<T> work) {
        violations.unless(!closed, doing + " in a transaction that it has closed");
        violations.unless(!committed, doing + " in a transaction that it has committed");
        violations.unless(!failed, doing + " in a transaction in which something has failed");
        Thread thread = Thread.currentThread();
        Thread before = user.compareAndExchange(null, thread);
        violations.unless(before == null, doing + " in a transaction while another thread is at it");
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            failed = true;
            throw e;
        } finally {
            user.set(null);
        }
    }
}
