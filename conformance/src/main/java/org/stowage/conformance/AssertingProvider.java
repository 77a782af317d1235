package org.stowage.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stowage.conformance.asserting.AssertingStore;
import org.stowage.conformance.asserting.Violations;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;

/**
 * A provider that does what another does, and watches who calls it: whether the caller keeps its side of the contract. It fails at once
 * where a caller uses what has ended, lends a transaction to two threads, hands over what was not checked, writes where it may only read, or
 * goes on after a failure; and {@link #requireAllClosed} fails for what was left open. For many threads.
 */
public final class AssertingProvider implements PersistenceProvider {

    private final PersistenceProvider provider;
    private final Violations violations = new Violations();
    private final List<AssertingStore> stores = new CopyOnWriteArrayList<>();

    /** Creates the provider over another one. */
    public AssertingProvider(PersistenceProvider provider) {
        this.provider = provider;
    }

    @Override
    public ProviderInfo info() {
        return provider.info();
    }

    @Override
    public List<StoreOption> options() {
        return provider.options();
    }

    @Override
    public Store open(StoreConfig config) {
        AssertingStore store = AssertingStore.over(provider.open(config), violations);
        stores.removeIf(AssertingStore::released);
        stores.add(store);
        return store;
    }

    /** Returns what callers have done that the contract does not allow, in the order in which it was done. */
    public List<String> violations() {
        return violations.all();
    }

    /**
     * Sees that callers have closed all that they opened, and did nothing that the contract does not allow.
     *
     * @throws AssertionError if not; says what
     */
    public void requireAllClosed() {
        stores.forEach(AssertingStore::requireClosed);
        if (!violations.all().isEmpty()) {
            throw new AssertionError(String.join("\n", violations.all()));
        }
    }
}
