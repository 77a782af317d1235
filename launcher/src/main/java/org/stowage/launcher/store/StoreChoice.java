package org.stowage.launcher.store;

import org.jspecify.annotations.Nullable;

/** Which store is meant. */
public sealed interface StoreChoice {

    /**
     * One store for everything.
     *
     * @param provider the provider's name
     * @param location where the data is, or null if the provider is to decide
     * @param source who said so, for people
     */
    record One(String provider, @Nullable String location, String source) implements StoreChoice {
        /** Returns it as one text. */
        public String url() {
            return location == null ? provider : provider + ":" + location;
        }
    }

    /**
     * The stores that the environment or {@code stowage.properties} describes.
     *
     * @param source who says so, for people
     */
    record Described(String source) implements StoreChoice {}
}
