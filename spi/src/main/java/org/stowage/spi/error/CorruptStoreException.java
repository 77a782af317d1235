package org.stowage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * What is stored cannot be read as what it should be. Nothing was repaired or dropped; the message
 * names the place.
 */
public final class CorruptStoreException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     */
    public CorruptStoreException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     * @param cause what the driver or the system threw, or null
     */
    public CorruptStoreException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }
}
