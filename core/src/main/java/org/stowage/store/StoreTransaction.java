package org.stowage.store;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Access;
import org.stowage.spi.CompletedScan;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Transaction;
import org.stowage.spi.Unwrapping;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ReadOnlyException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * A unit of work in one store, used by the thread that began it. The same rules hold on every provider:
 *
 * <ul>
 *   <li>An operation that fails rolls the transaction back at once; from then on every operation, {@link #commit} too, throws
 *       {@link TransactionAbortedException}, whose cause is the first failure.
 *   <li>After its end every operation throws {@link StoreClosedException}; in the hands of another thread, {@link IllegalStateException}.
 *   <li>Every row and key is checked and made neutral before the provider sees it.
 *   <li>Its end closes its streams.
 * </ul>
 */
public final class StoreTransaction implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(StoreTransaction.class.getName());

    private final OpenStore store;
    private final Failures failures;
    private final Transaction transaction;
    private final Access access;
    private final SchemaCatalog catalog;
    private final Thread owner = Thread.currentThread();
    private final List<RowStream> streams = new ArrayList<>(0);

    private @Nullable TransactionEvent event = TransactionEvent.begun();
    private @Nullable Throwable failure;
    private boolean ended;
    private boolean released;

    StoreTransaction(
            OpenStore store, Failures failures, Transaction transaction, Access access, SchemaCatalog catalog) {
        this.store = store;
        this.failures = failures;
        this.transaction = transaction;
        this.access = access;
        this.catalog = catalog;
    }

    /** Returns the store. */
    public OpenStore store() {
        return store;
    }

    /** Returns what it may do. */
    public Access access() {
        return access;
    }

    /** Returns whether something can still be done in it: it has neither ended nor failed. */
    public boolean active() {
        return !ended && failure == null;
    }

    Thread owner() {
        return owner;
    }

    /**
     * Returns the shape of an entity as this transaction sees it.
     *
     * @throws org.stowage.spi.error.InvalidNameException if there is no such entity; suggests the nearest
     */
    public EntitySchema schema(String entity) {
        requireUsable();
        try {
            return shape(entity);
        } catch (Throwable thrown) {
            throw failed(thrown, "looked for '" + entity + "' in");
        }
    }

    /** Returns the row with a key, if there is one. */
    public Optional<Row> get(String entity, Key key) {
        requireUsable();
        try {
            return transaction.get(entity, shape(entity).check(key));
        } catch (Throwable thrown) {
            throw failed(thrown, "read '" + entity + "' in");
        }
    }

    /**
     * Finds rows, all of what is asked done.
     *
     * @return the rows, which the caller closes; the end of the transaction does too. They do not change while they are read.
     */
    public RowStream scan(ScanRequest request) {
        requireUsable();
        String entity = request.query().entity();
        try {
            EntitySchema schema = shape(entity);
            RowStream stream =
                    new RowStream(this, entity, CompletedScan.of(transaction.scan(request), request, schema));
            streams.add(stream);
            return stream;
        } catch (Throwable thrown) {
            throw failed(thrown, "searched '" + entity + "' in");
        }
    }

    /** Returns how many rows a scan of the request would give. */
    public long count(ScanRequest request) {
        return during("counted", request.query().entity(), () -> {
            EntitySchema schema = shape(request.query().entity());
            OptionalLong counted =
                    transaction instanceof RowCounter counter ? counter.count(request) : OptionalLong.empty();
            return counted.orElseGet(() -> countOneByOne(schema, request));
        });
    }

    private long countOneByOne(EntitySchema schema, ScanRequest request) {
        // Without a bound nobody has to put the rows in order before they are counted.
        ScanRequest unbounded = ScanRequest.all(request.query(), request.arguments());
        long matches = 0;
        try (Scan scan = transaction.scan(unbounded)) {
            boolean complete = scan.residual().equals(Condition.ALWAYS);
            Evaluator.Filter residual = Evaluator.filter(schema, scan.residual());
            for (Row row = scan.next(); row != null; row = scan.next()) {
                if (complete || residual.matches(row, request.arguments())) {
                    matches++;
                }
            }
        }
        return Math.min(request.limit(), Math.max(0, matches - request.offset()));
    }

    /** Returns how the store would answer a scan, and what is left to the engine; reads no rows. */
    public ScanPlan explain(ScanRequest request) {
        return during("explained a search of", request.query().entity(), () -> {
            shape(request.query().entity());
            return transaction instanceof ScanExplainer explainer ? explainer.explain(request) : planOf(request);
        });
    }

    /** A provider that explains nothing still says with each scan what it leaves to be done. */
    private ScanPlan planOf(ScanRequest request) {
        try (Scan scan = transaction.scan(request)) {
            return new ScanPlan(List.of(), scan.residual(), scan.ordered(), scan.limited());
        }
    }

    /**
     * Writes a batch, whole or not at all.
     *
     * @return how many rows it concerned
     * @throws org.stowage.spi.error.StoreException as the kinds of {@link Change} say, or if a row or key is not allowed
     * @throws ReadOnlyException if the transaction is read-only
     */
    public long apply(Change change) {
        return during("wrote", change.entity(), () -> {
            if (access == Access.READ_ONLY) {
                throw new ReadOnlyException(
                        ErrorContext.of(store.name(), change.entity()),
                        "'" + change.entity()
                                + "' cannot be written in a read-only transaction; begin one that writes");
            }
            Change checked = CheckedChange.of(shape(change.entity()), change);
            return checked.size() == 0 ? 0L : transaction.apply(checked).rows();
        });
    }

    /**
     * Ends the transaction and makes what it wrote stay, as long as the durability of the store says.
     *
     * @return how many rows it inserted, updated, saved or deleted altogether
     */
    public long commit() {
        long rows = during("committed a transaction in", () -> {
            closeStreams();
            return committed();
        });
        ended = true;
        store.ended(this);
        record("committed", rows);
        return rows;
    }

    private long committed() {
        if (access == Access.READ_ONLY) {
            return transaction.commit().rows();
        }
        try {
            return transaction.commit().rows();
        } catch (Throwable thrown) {
            throw failures.translatedAtCommit(thrown, "committed a transaction in");
        }
    }

    /**
     * Returns the engine's own object of a type, if the provider lets one at it; the caller does not close it.
     *
     * @param type what is asked for, such as {@code java.sql.Connection}
     */
    public <T> Optional<T> unwrap(Class<T> type) {
        return during(
                "opened the inside of",
                () -> transaction instanceof Unwrapping unwrapping ? unwrapping.unwrap(type) : Optional.empty());
    }

    /**
     * Rolls the transaction back, as an operation that fails does: later operations throw {@link TransactionAbortedException}. Does nothing if
     * it failed or ended before.
     *
     * @param cause why
     */
    public void abort(Throwable cause) {
        requireOwner();
        if (failure == null && !ended) {
            failure = cause;
            release(cause);
        }
    }

    /**
     * Ends the transaction; without a commit before, nothing of it stays. A second call does nothing.
     *
     * @throws IllegalStateException if it belongs to another thread
     */
    @Override
    public void close() {
        requireOwner();
        boolean committed = ended;
        ended = true;
        try {
            release();
        } catch (Throwable thrown) {
            RuntimeException unreleased = failures.translated(thrown, "ended a transaction in");
            if (!committed) {
                throw unreleased;
            }
            // What was committed stays; an exception now would say that it did not.
            LOGGER.log(Level.WARNING, "a transaction was committed, but its end failed", unreleased);
        }
    }

    /**
     * Ends the transaction, which nobody uses any more, from whatever thread: for those who watch for transactions that were forgotten.
     * Nothing of it stays. Does nothing if it has ended.
     */
    public void abandon() {
        if (!ended) {
            ended = true;
            release();
        }
    }

    private EntitySchema shape(String entity) {
        EntitySchema shape = catalog.require(entity);
        SchemaCatalog now = store.catalog();
        if (!now.equals(catalog) && !shape.equals(now.byName().get(entity))) {
            throw new ConflictException(
                    ErrorContext.of(store.name(), entity),
                    "the shape of '" + entity + "' changed while the transaction ran; run it again from its beginning");
        }
        return shape;
    }

    private <T> T during(String doing, String entity, Supplier<T> operation) {
        requireUsable();
        try {
            return operation.get();
        } catch (Throwable thrown) {
            throw failed(thrown, doing + " '" + entity + "' in");
        }
    }

    private <T> T during(String doing, Supplier<T> operation) {
        requireUsable();
        try {
            return operation.get();
        } catch (Throwable thrown) {
            throw failed(thrown, doing);
        }
    }

    /** Rolls back after something was thrown and returns what to throw instead. */
    RuntimeException failed(Throwable thrown, String doing) {
        if (failure == null) {
            failure = thrown;
            release(thrown);
        }
        RuntimeException translated = failures.translated(thrown, doing);
        failure = translated;
        return translated;
    }

    private void release(Throwable cause) {
        try {
            release();
        } catch (Throwable unreleased) {
            if (!unreleased.equals(cause)) {
                cause.addSuppressed(unreleased);
            }
        }
    }

    private void release() {
        if (released) {
            return;
        }
        released = true;
        store.ended(this);
        try {
            closeStreams();
        } finally {
            transaction.close();
            record(failure != null ? "failed" : access == Access.READ_ONLY ? "ended" : "rolled back", 0);
        }
    }

    private void record(String outcome, long rows) {
        if (event != null) {
            event.ended(this, outcome, rows);
            event = null;
        }
    }

    private void closeStreams() {
        // Each takes itself off the list.
        while (!streams.isEmpty()) {
            streams.get(streams.size() - 1).close();
        }
    }

    void closed(RowStream stream) {
        streams.remove(stream);
    }

    void requireUsable() {
        requireOwner();
        if (ended) {
            throw new StoreClosedException(
                    ErrorContext.of(store.name()),
                    "the transaction in store '" + store.name() + "' has ended; begin another one");
        }
        if (failure != null) {
            throw new TransactionAbortedException(
                    ErrorContext.of(store.name()),
                    "the transaction in store '" + store.name()
                            + "' was rolled back when an operation failed (the cause says which); run it again from its beginning",
                    failure);
        }
        store.requireOpen();
    }

    private void requireOwner() {
        Thread thread = Thread.currentThread();
        if (!thread.equals(owner)) {
            throw new IllegalStateException("the transaction in store '" + store.name() + "' belongs to thread '"
                    + owner.getName() + "' and was used by '" + thread.getName() + "'; begin one in each thread");
        }
    }
}
