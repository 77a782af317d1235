package org.stowage.conformance.asserting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.Unwrapping;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** A store that watches who calls it. */
public class AssertingStore implements Store {

    private final Store store;
    private final Violations violations;
    private final Set<AssertingTransaction> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private AssertingStore(Store store, Violations violations) {
        this.store = store;
        this.violations = violations;
    }

    /** Returns what watches the callers of a store, and can do what it can. */
    public static AssertingStore over(Store store, Violations violations) {
        return store instanceof Unwrapping unwrapping
                ? new UnwrappingStore(store, unwrapping, violations)
                : new AssertingStore(store, violations);
    }

    @Override
    public List<EntitySchema> schemas() {
        requireOpen("asks for shapes");
        return store.schemas();
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        requireOpen("changes shapes");
        return store.evolve(changes);
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        requireOpen("begins a transaction");
        violations.unless(!patience.isNegative() && !patience.isZero(), "begins with a patience of " + patience);
        Transaction begun = store.begin(access, patience);
        Map<String, EntitySchema> schemas =
                store.schemas().stream().collect(Collectors.toMap(EntitySchema::name, Function.identity()));
        AssertingTransaction transaction = AssertingTransaction.over(begun, access, schemas, violations, open::remove);
        open.add(transaction);
        return transaction;
    }

    private void requireOpen(String doing) {
        violations.unless(!closed, doing + " of a store that it has closed");
    }

    @Override
    public void close() {
        closed = true;
        // Those that are open end with the store, which is allowed; they must be closed all the same.
        store.close();
    }

    /** Returns whether it is closed, and all transactions on it are. */
    public boolean released() {
        return closed && open.isEmpty();
    }

    /** Notes what was not closed. */
    public void requireClosed() {
        if (!closed) {
            violations.note("a store was never closed");
        }
        open.forEach(transaction -> violations.note("a transaction was never closed"));
    }

    private static final class UnwrappingStore extends AssertingStore implements Unwrapping {

        private final Unwrapping unwrapping;

        UnwrappingStore(Store store, Unwrapping unwrapping, Violations violations) {
            super(store, violations);
            this.unwrapping = unwrapping;
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            return unwrapping.unwrap(type);
        }
    }
}
