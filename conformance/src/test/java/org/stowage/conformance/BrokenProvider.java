package org.stowage.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.Scan;
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

/** A provider that is right but for one defect. */
final class BrokenProvider implements PersistenceProvider {

    private final PersistenceProvider sound = new Harnesses.Memory().provider();
    private final Defect defect;

    BrokenProvider(Defect defect) {
        this.defect = defect;
    }

    @Override
    public ProviderInfo info() {
        ProviderInfo info = sound.info();
        Capabilities honest = info.capabilities();
        Capabilities claimed = new Capabilities(
                defect == Defect.CLAIMS_TO_LAST ? Capabilities.Durability.DURABLE : honest.durability(),
                defect == Defect.CLAIMS_MANY_WRITERS ? Capabilities.Concurrency.MANY_WRITERS : honest.concurrency(),
                honest.sharing());
        return new ProviderInfo(info.name(), info.version(), info.description(), info.spi(), claimed);
    }

    @Override
    public List<StoreOption> options() {
        return sound.options();
    }

    @Override
    public Store open(StoreConfig config) {
        return new BrokenStore(sound.open(config));
    }

    private final class BrokenStore implements Store {

        private final Store store;
        private volatile @Nullable BrokenTransaction writer;

        BrokenStore(Store store) {
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
            BrokenTransaction other = writer;
            if (access == Access.READ_ONLY) {
                boolean dirty = defect == Defect.DIRTY_READ && other != null && other.open();
                return dirty ? new ReadingAlong(other) : new BrokenTransaction(store, access, patience, defect);
            }
            BrokenTransaction transaction = new BrokenTransaction(store, access, patience, defect);
            writer = transaction;
            return transaction;
        }

        @Override
        public void close() {
            if (defect != Defect.OPEN_AFTER_CLOSE) {
                store.close();
            }
        }
    }

    /** A reader that sees what a writer has not committed yet. */
    private record ReadingAlong(BrokenTransaction writer) implements Transaction {

        @Override
        public Optional<Row> get(String entity, Key key) {
            return writer.get(entity, key);
        }

        @Override
        public Scan scan(ScanRequest request) {
            return writer.scan(request);
        }

        @Override
        public ChangeResult apply(Change change) {
            throw new IllegalStateException("this transaction only reads");
        }

        @Override
        public ChangeResult commit() {
            return new ChangeResult(0);
        }

        @Override
        public void close() {}
    }
}
