package org.stowage.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.overlay.Overlay;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities;
import org.stowage.spi.RowCounter;
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

/**
 * A store that is written itself at first, and from then on through an overlay over it. So the tests of the kit, which fill a store and then
 * do things to it, do them to rows that lie beneath.
 */
final class OverlaidStore implements Store {

    private final Store beneath;
    private final String name;
    private final Capabilities capabilities;
    private int commitsLeft;
    private int writing;
    private @Nullable Overlay overlay;

    OverlaidStore(Store beneath, String name, Capabilities capabilities, int commitsBeneath) {
        this.beneath = beneath;
        this.name = name;
        this.capabilities = capabilities;
        this.commitsLeft = commitsBeneath;
    }

    private synchronized Store now(boolean toWrite) {
        if (overlay == null && toWrite && commitsLeft == 0 && writing == 0) {
            overlay = Overlay.over(beneath, name, capabilities, Duration.ofSeconds(10));
        }
        return overlay == null ? beneath : overlay;
    }

    @Override
    public List<EntitySchema> schemas() {
        return now(false).schemas();
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        return now(true).evolve(changes);
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        if (access == Access.READ_ONLY) {
            return now(false).begin(access, patience);
        }
        Store store = storeToWrite();
        if (!store.equals(beneath)) {
            return store.begin(access, patience);
        }
        try {
            return new Beneath(store.begin(access, patience));
        } catch (RuntimeException e) {
            count(-1, 0);
            throw e;
        }
    }

    /** Returns where to write now. Who writes beneath counts from here on, so that no overlay is made before that has ended. */
    private synchronized Store storeToWrite() {
        Store store = now(true);
        writing += store.equals(beneath) ? 1 : 0;
        return store;
    }

    private synchronized void count(int writers, int commits) {
        writing += writers;
        commitsLeft = Math.max(0, commitsLeft - commits);
    }

    @Override
    public synchronized void close() {
        try (beneath) {
            if (overlay != null) {
                overlay.close();
            }
        }
    }

    /** A transaction that writes beneath. */
    private final class Beneath implements Transaction, RowCounter {

        private final Transaction transaction;
        private final AtomicBoolean ended = new AtomicBoolean();

        Beneath(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public Optional<Row> get(String entity, Key key) {
            return transaction.get(entity, key);
        }

        @Override
        public Scan scan(ScanRequest request) {
            return transaction.scan(request);
        }

        @Override
        public OptionalLong count(ScanRequest request) {
            return ((RowCounter) transaction).count(request);
        }

        @Override
        public ChangeResult apply(Change change) {
            return transaction.apply(change);
        }

        @Override
        public ChangeResult commit() {
            ChangeResult result = transaction.commit();
            end(1);
            return result;
        }

        @Override
        public void close() {
            transaction.close();
            end(0);
        }

        private void end(int commits) {
            if (ended.compareAndSet(false, true)) {
                OverlaidStore.this.count(-1, commits);
            }
        }
    }
}
