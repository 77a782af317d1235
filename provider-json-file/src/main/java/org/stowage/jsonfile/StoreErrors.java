package org.stowage.jsonfile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreFullException;
import org.stowage.spi.error.StoreUnavailableException;

/**
 * Turns what the medium did into the errors of the contract.
 *
 * @param store what the application calls the store
 */
record StoreErrors(String store) {

    /**
     * Returns the error for a failure of the medium.
     *
     * @param failed what could not be done, such as {@code commit 7 could not be written}
     */
    StoreException medium(String failed, IOException cause) {
        String message = "store '" + store + "': " + failed + ": " + reason(cause);
        return cause instanceof DiskFullException
                ? new StoreFullException(context(), message + "; make room and try again", cause)
                : new StoreUnavailableException(context(), message, cause);
    }

    CorruptStoreException corrupt(String problem) {
        return new CorruptStoreException(context(), "store '" + store + "': " + problem);
    }

    CorruptStoreException corrupt(String problem, Throwable cause) {
        return new CorruptStoreException(context(), "store '" + store + "': " + problem, cause);
    }

    ErrorContext context() {
        return ErrorContext.of(store);
    }

    static String reason(IOException cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return cause instanceof AccessDeniedException ? "no permission for '" + message + "'" : message;
    }
}
