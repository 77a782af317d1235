package org.stowage;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.stowage.layers.overlay.OverlayDifference;
import org.stowage.store.StoreBranch;

/**
 * A branch of all stores of a {@link Stowage}: it begins with what they hold, and what is written in it stays in it, in memory. For
 * tests, dry runs and questions of what would be. To close it is to throw it away.
 */
public final class StowageBranch implements AutoCloseable {

    private final Stowage stowage;
    private final Map<String, StoreBranch> stores;

    StowageBranch(Stowage stowage, Map<String, StoreBranch> stores) {
        this.stowage = stowage;
        this.stores = Collections.unmodifiableMap(new TreeMap<>(stores));
    }

    /** Returns the branch as an application uses it; it is closed with this. */
    public Stowage stowage() {
        return stowage;
    }

    /** Returns the branch of each store, by the name of the store. */
    public Map<String, StoreBranch> stores() {
        return stores;
    }

    /** Returns what has changed in each store that has changed, by the name of the store. */
    public Map<String, OverlayDifference> differences() {
        Map<String, OverlayDifference> differences = new TreeMap<>();
        stores.forEach((name, branch) -> {
            OverlayDifference difference = branch.difference();
            if (!difference.none()) {
                differences.put(name, difference);
            }
        });
        return Collections.unmodifiableMap(differences);
    }

    /**
     * Writes what has changed to the store, as {@link StoreBranch#apply} does, if it is one store.
     *
     * @return how many rows were added, changed and removed
     * @throws IllegalStateException if several stores have changed, because no transaction spans two
     */
    public long apply() {
        Map<String, StoreBranch> changed = new TreeMap<>(stores);
        changed.values().removeIf(branch -> branch.difference().none());
        if (changed.size() > 1) {
            throw new IllegalStateException("stores '" + String.join("', '", changed.keySet())
                    + "' have changed, and no transaction spans two; apply one after the other, with stores()");
        }
        return changed.values().stream().mapToLong(StoreBranch::apply).sum();
    }

    /** Throws away what was not applied. A second call does nothing. */
    @Override
    public void close() {
        stowage.close();
        stores.values().forEach(StoreBranch::close);
    }
}
