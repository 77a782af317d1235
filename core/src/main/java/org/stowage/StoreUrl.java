package org.stowage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which provider, and where: {@code memory}, {@code sqlite:shop.db}, {@code json-file:data/shop}.
 *
 * @param provider the provider's name
 * @param location where the data is, in the provider's own notation, or null if the provider is to decide
 */
public record StoreUrl(String provider, @Nullable String location) {

    /** Reads {@code provider} or {@code provider:location}. */
    public static StoreUrl parse(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** Returns the location, if there is one. */
    public Optional<String> givenLocation() {
        return Optional.ofNullable(location);
    }

    /** Returns it as it is written. */
    @Override
    public String toString() {
        return location == null ? provider : provider + ":" + location;
    }
}
