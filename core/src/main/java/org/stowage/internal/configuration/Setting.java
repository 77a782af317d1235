package org.stowage.internal.configuration;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreException;

/**
 * A text that somebody set.
 *
 * @param text the text
 * @param source who set it, for messages, such as {@code stowage.properties, key 'store.orders'}
 */
public record Setting(String text, String source) {

    /** Returns the error that the setting is wrong. */
    public BadConfigurationException wrong(String message) {
        return wrong(null, message, null);
    }

    /** Returns an error with the source of the setting before its message. */
    public BadConfigurationException wrong(@Nullable String store, StoreException failure) {
        return wrong(store, String.valueOf(failure.getMessage()), failure);
    }

    private BadConfigurationException wrong(@Nullable String store, String message, @Nullable Throwable cause) {
        return new BadConfigurationException(
                store == null ? ErrorContext.none() : ErrorContext.of(store), source + ": " + message, cause);
    }

    /** Returns who set it; the text may be a secret. */
    @Override
    public String toString() {
        return source;
    }
}
