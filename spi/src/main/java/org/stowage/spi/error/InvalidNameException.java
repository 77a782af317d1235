package org.stowage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * A name of an entity, field or index is not allowed, or is too long.
 */
public final class InvalidNameException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     */
    public InvalidNameException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     * @param cause what the driver or the system threw, or null
     */
    public InvalidNameException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }
}
