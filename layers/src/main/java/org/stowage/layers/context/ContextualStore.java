package org.stowage.layers.context;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.forwarding.ForwardingScan;
import org.stowage.layers.forwarding.ForwardingStore;
import org.stowage.layers.forwarding.ForwardingTransaction;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** A store of a provider with a class loader of its own, which is the context class loader in each of its calls. */
final class ContextualStore extends ForwardingStore {

    private final ContextLoader context;

    ContextualStore(Store store, ContextLoader context) {
        super(store);
        this.context = context;
    }

    @Override
    public List<EntitySchema> schemas() {
        return context.call(super::schemas);
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        return context.call(() -> super.evolve(changes));
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        return context.call(() -> new ContextualTransaction(super.begin(access, patience), context));
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return context.call(() -> super.unwrap(type));
    }

    @Override
    public void close() {
        context.run(super::close);
    }

    private static final class ContextualTransaction extends ForwardingTransaction {

        private final ContextLoader context;

        ContextualTransaction(Transaction transaction, ContextLoader context) {
            super(transaction);
            this.context = context;
        }

        @Override
        public Optional<Row> get(String entity, Key key) {
            return context.call(() -> super.get(entity, key));
        }

        @Override
        public Scan scan(ScanRequest request) {
            return context.call(() -> new ContextualScan(super.scan(request), context));
        }

        @Override
        public OptionalLong count(ScanRequest request) {
            return context.call(() -> super.count(request));
        }

        @Override
        public ScanPlan explain(ScanRequest request) {
            return context.call(() -> super.explain(request));
        }

        @Override
        public ChangeResult apply(Change change) {
            return context.call(() -> super.apply(change));
        }

        @Override
        public ChangeResult commit() {
            return context.call(super::commit);
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            return context.call(() -> super.unwrap(type));
        }

        @Override
        public void close() {
            context.run(super::close);
        }
    }

    private static final class ContextualScan extends ForwardingScan {

        private final ContextLoader context;

        ContextualScan(Scan scan, ContextLoader context) {
            super(scan);
            this.context = context;
        }

        @Override
        public @Nullable Row next() {
            ClassLoader before = context.enter();
            try {
                return super.next();
            } finally {
                context.leave(before);
            }
        }

        @Override
        public void close() {
            context.run(super::close);
        }
    }
}
