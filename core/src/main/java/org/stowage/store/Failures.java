package org.stowage.store;

import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreUnavailableException;

/**
 * Makes one vocabulary of whatever a provider throws.
 *
 * @param store what the application calls the store
 * @param provider the name of its provider
 */
record Failures(String store, String provider) {

    /**
     * Returns what to throw instead of something that was thrown.
     *
     * @param doing what the store did, as in {@code it read 'Cart'}
     * @throws Error if the thing is an error that is not the provider's alone
     */
    RuntimeException translated(Throwable thrown, String doing) {
        if (thrown instanceof StoreException failure) {
            return failure.in(store);
        }
        // A class that is missing or does not fit is the provider's; a machine without memory or an assertion is not.
        if (thrown instanceof Error error && !(thrown instanceof LinkageError)) {
            throw error;
        }
        return new StoreUnavailableException(
                ErrorContext.of(store),
                "provider '" + provider + "' failed with " + thrown.getClass().getName() + " when it " + doing
                        + " store '" + store + "', which is a fault of the provider; report it to its author",
                thrown);
    }
}
