package org.stowage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * The store or transaction was used after it had been closed.
 */
public final class StoreClosedException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     */
    public StoreClosedException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     * @param cause what the driver or the system threw, or null
     */
    public StoreClosedException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }
}
