package org.stowage.layers.overlay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.forwarding.ForwardingScan;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.engine.EngineBuilder;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * The state of the store beneath at the moment when the overlay was made, for many threads: one read-only transaction, which they use in
 * turns. Where that would keep everybody else out of the store, a copy in memory stands for it.
 */
final class BaseSnapshot implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 10;

    private final String name;
    private final List<EntitySchema> schemas;
    private final Transaction transaction;
    private final @Nullable Store copy;
    private boolean closed;

    private BaseSnapshot(String name, List<EntitySchema> schemas, Transaction transaction, @Nullable Store copy) {
        this.name = name;
        this.schemas = schemas;
        this.transaction = transaction;
        this.copy = copy;
    }

    static BaseSnapshot of(Store base, String name, Capabilities capabilities, Duration patience) {
        BaseSnapshot held = held(base, name, patience);
        return switch (capabilities.concurrency()) {
            case ONE_WRITER, MANY_WRITERS -> held;
            case SERIAL -> {
                try (held) {
                    yield held.copied();
                }
            }
        };
    }

    private static BaseSnapshot held(Store base, String name, Duration patience) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<EntitySchema> before = base.schemas();
            Transaction transaction = base.begin(Access.READ_ONLY, patience);
            try {
                if (base.schemas().equals(before)) {
                    return new BaseSnapshot(name, before, transaction, null);
                }
            } catch (RuntimeException | Error failure) {
                transaction.close();
                throw failure;
            }
            transaction.close();
        }
        throw new ConflictException(
                ErrorContext.of(name),
                "the shapes of store '" + name + "' are being changed, so that no overlay can begin; try again later");
    }

    private BaseSnapshot copied() {
        EngineBuilder builder = Engine.named(name);
        schemas.forEach(schema -> builder.load(schema, allRows(schema).iterator()));
        Engine copy = builder.open();
        return new BaseSnapshot(name, schemas, copy.begin(Access.READ_ONLY, Duration.ofSeconds(1)), copy);
    }

    /** Returns the shapes of the entities, by name in code point order. */
    List<EntitySchema> schemas() {
        return schemas;
    }

    /** Returns all rows of an entity by key. */
    List<Row> allRows(EntitySchema schema) {
        return AllRows.of(schema, this::scan);
    }

    synchronized Optional<Row> get(String entity, Key key) {
        requireOpen();
        return transaction.get(entity, key);
    }

    synchronized Scan scan(ScanRequest request) {
        requireOpen();
        return new SharedScan(transaction.scan(request));
    }

    synchronized OptionalLong count(ScanRequest request) {
        requireOpen();
        return transaction instanceof RowCounter counter ? counter.count(request) : OptionalLong.empty();
    }

    synchronized ScanPlan explain(ScanRequest request) {
        requireOpen();
        if (transaction instanceof ScanExplainer explainer) {
            return explainer.explain(request);
        }
        try (Scan scan = transaction.scan(request)) {
            return new ScanPlan(List.of(), scan.residual(), scan.ordered(), scan.limited());
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            transaction.close();
            if (copy != null) {
                copy.close();
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosedException(ErrorContext.of(name), "the overlay over store '" + name + "' is closed");
        }
    }

    /** A scan of the transaction that takes its turn with everything else there. */
    private final class SharedScan extends ForwardingScan {

        SharedScan(Scan scan) {
            super(scan);
        }

        @Override
        public @Nullable Row next() {
            synchronized (BaseSnapshot.this) {
                requireOpen();
                return super.next();
            }
        }

        @Override
        public long rowsRead() {
            synchronized (BaseSnapshot.this) {
                return super.rowsRead();
            }
        }

        @Override
        public void close() {
            synchronized (BaseSnapshot.this) {
                super.close();
            }
        }
    }
}
