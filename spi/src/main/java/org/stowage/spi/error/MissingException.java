package org.stowage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * An update, or a delete that requires its row, found no row with the key. Nothing was written.
 */
public final class MissingException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     */
    public MissingException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     * @param cause what the driver or the system threw, or null
     */
    public MissingException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }
}
