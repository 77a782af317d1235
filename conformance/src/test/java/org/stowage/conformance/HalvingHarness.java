package org.stowage.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.forwarding.ForwardingStore;
import org.stowage.layers.forwarding.ForwardingTransaction;
import org.stowage.spi.Access;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;

/** Stores that make the first change of a transaction only along with the next one: whenever a kill comes, the last one is there in part. */
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

    private static final class HalvingStore extends ForwardingStore {

        private @Nullable Change late;

        HalvingStore(Store store) {
            super(store);
        }

        @Override
        public Transaction begin(Access access, Duration patience) {
            Transaction transaction = super.begin(access, patience);
            return access == Access.READ_ONLY ? transaction : new Halves(transaction);
        }

        private final class Halves extends ForwardingTransaction {

            private @Nullable Change first;

            Halves(Transaction transaction) {
                super(transaction);
            }

            @Override
            public ChangeResult apply(Change change) {
                if (first == null) {
                    first = change;
                    return new ChangeResult(change.size());
                }
                return super.apply(change);
            }

            @Override
            public ChangeResult commit() {
                if (late != null) {
                    super.apply(late);
                }
                ChangeResult result = super.commit();
                late = first;
                return result;
            }
        }
    }
}
