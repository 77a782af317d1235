package org.stowage.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.stowage.memory.MemoryProvider;
import org.stowage.spi.Access;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** The memory provider, which helps with searches, and what it was asked for. */
public final class RecordingProvider implements PersistenceProvider {

    /** The searches that it was asked for. */
    public final List<ScanRequest> scans = new ArrayList<>();

    /** The searches whose result it was asked to count. */
    public final List<ScanRequest> counts = new ArrayList<>();

    private final PersistenceProvider memory = new MemoryProvider();

    @Override
    public ProviderInfo info() {
        return memory.info();
    }

    @Override
    public List<StoreOption> options() {
        return memory.options();
    }

    @Override
    public Store open(StoreConfig config) {
        return new RecordingStore(memory.open(config));
    }

    private final class RecordingStore implements Store {

        private final Store store;

        RecordingStore(Store store) {
            this.store = store;
        }

        @Override
        public List<EntitySchema> schemas() {
            return store.schemas();
        }

        @Override
        public List<EntitySchema> evolve(List<SchemaChange> changes) {
            return store.evolve(changes);
        }

        @Override
        public Transaction begin(Access access, Duration patience) {
            return new RecordingTransaction(store.begin(access, patience));
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private final class RecordingTransaction implements Transaction, RowCounter, ScanExplainer {

        private final Transaction transaction;

        RecordingTransaction(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public Optional<Row> get(String entity, Key key) {
            return transaction.get(entity, key);
        }

        @Override
        public Scan scan(ScanRequest request) {
            scans.add(request);
            return transaction.scan(request);
        }

        @Override
        public OptionalLong count(ScanRequest request) {
            counts.add(request);
            return ((RowCounter) transaction).count(request);
        }

        @Override
        public ScanPlan explain(ScanRequest request) {
            return ((ScanExplainer) transaction).explain(request);
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
        public void close() {
            transaction.close();
        }
    }
}
