package org.stowage.testing;

import org.stowage.Stowage;
import org.stowage.StowageBuilder;

/** What tests start from. */
public interface Preparation {

    /**
     * Names the stores, and what lives where. One store for everything if this is not overridden.
     *
     * @param builder what the stores are opened by
     * @param places gives each store a place
     */
    default void open(StowageBuilder builder, StorePlaces places) {
        builder.store("*", places.url("store"));
    }

    /** Fills the stores. */
    default void fill(Stowage stowage) {}

    /** Leaves everything empty. */
    final class None implements Preparation {

        /** Creates the preparation. */
        public None() {}
    }
}
