package org.stowage.launcher.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command line says about a store.
 *
 * @param provider the provider's name, or null if it is not said
 * @param location where the data is, or null if it is not said
 * @param options options of the provider, as texts by name
 */
public record StoreRequest(
        @Nullable String provider, @Nullable String location, Map<String, String> options) {

    /** Creates the request with a copy of the options. */
    public StoreRequest {
        options = Map.copyOf(options);
    }
}
