package org.stowage.store;

import org.stowage.layers.overlay.Overlay;
import org.stowage.layers.overlay.OverlayDifference;

/**
 * A branch of a store: it begins with what the store holds, and what is written in it stays in it, in memory. What others write to
 * the store in the meantime is not seen in it. To close it is to throw it away.
 */
public final class StoreBranch implements AutoCloseable {

    private final OpenStore base;
    private final Overlay overlay;
    private final OpenStore store;

    StoreBranch(OpenStore base, Overlay overlay, OpenStore store) {
        this.base = base;
        this.overlay = overlay;
        this.store = store;
    }

    /** Returns the branch as a store, which is closed with this. */
    public OpenStore store() {
        return store;
    }

    /** Returns what has changed: shapes, and in each entity the rows that were added, changed or removed. */
    public OverlayDifference difference() {
        return overlay.difference();
    }

    /**
     * Writes what has changed to the store, and closes the branch. Changes of shape come first and are a transaction of their own;
     * the rows are one transaction, all of them or none.
     *
     * @return how many rows were added, changed and removed
     * @throws org.stowage.spi.error.ConflictException if somebody else has changed one of the rows, or a shape, in the meantime; the
     *     branch stays open
     * @throws org.stowage.spi.error.StoreException if it cannot be written; the branch stays open
     */
    public long apply() {
        return base.apply(overlay);
    }

    /** Throws away what was not applied. A second call does nothing. */
    @Override
    public void close() {
        store.close();
    }
}
