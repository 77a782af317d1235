package org.stowage.layers;

import org.stowage.spi.Store;

/** Puts something over a store that changes what happens and nothing of what a store is. For many threads. */
@FunctionalInterface
public interface StoreLayer {

    /**
     * Returns the store with the layer over it.
     *
     * @param store the store beneath, which is closed with what is returned
     * @param name what the application calls it, for messages
     */
    Store over(Store store, String name);
}
