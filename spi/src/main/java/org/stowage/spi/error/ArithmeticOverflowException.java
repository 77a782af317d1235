package org.stowage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * A calculation left the range of its type, divided by zero or was not finite. The transaction was
 * rolled back.
 */
public final class ArithmeticOverflowException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     */
    public ArithmeticOverflowException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     * @param cause what the driver or the system threw, or null
     */
    public ArithmeticOverflowException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }
}
