package org.stowage.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.stowage.spi.Access;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** Stores that commit each change of a transaction by itself. A kill that comes between two shows it. */
public final class HalvingHarness implements ProviderHarness {

    private final ProviderHarness sound = new Harnesses.JsonFile();

    @Override
    public PersistenceProvider provider() {
        return sound.provider();
    }

    @Override
    public Optional<String> location(Path folder) {
        return sound.location(folder);
    }

    @Override
    public Store open(Path folder) {
        return new HalvingStore(sound.open(folder));
    }

    private record HalvingStore(Store store) implements Store {

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
            return access == Access.READ_ONLY ? store.begin(access, patience) : new Halves(store, patience);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private record Halves(Store store, Duration patience) implements Transaction {

        @Override
        public Optional<Row> get(String entity, Key key) {
            try (Transaction reader = store.begin(Access.READ_ONLY, patience)) {
                return reader.get(entity, key);
            }
        }

        @Override
        public Scan scan(ScanRequest request) {
            return store.begin(Access.READ_ONLY, patience).scan(request);
        }

        @Override
        public ChangeResult apply(Change change) {
            try (Transaction half = store.begin(Access.READ_WRITE, patience)) {
                half.apply(change);
                return half.commit();
            }
        }

        @Override
        public ChangeResult commit() {
            return new ChangeResult(0);
        }

        @Override
        public void close() {}
    }
}
