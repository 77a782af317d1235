package org.stowage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * Waiting for the store, usually for another writer, passed the deadline. The transaction was rolled
 * back; trying later may succeed.
 */
public final class StoreTimeoutException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     */
    public StoreTimeoutException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     * @param cause what the driver or the system threw, or null
     */
    public StoreTimeoutException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
