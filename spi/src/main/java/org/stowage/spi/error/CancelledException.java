package org.stowage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * The thread was interrupted while it waited for the store. The transaction was rolled back; the store
 * is unharmed and the interrupt status is set.
 */
public final class CancelledException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     */
    public CancelledException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     * @param cause what the driver or the system threw, or null
     */
    public CancelledException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }
}
