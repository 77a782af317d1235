package org.stowage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * A location, an option or a combination of them is wrong. The message says which and what was
 * expected.
 */
public final class BadConfigurationException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     */
    public BadConfigurationException(ErrorContext context, String message) {
        this(context, message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param context where it happened
     * @param message one sentence: what failed, the offending value in quotes, what was expected, what to do
     * @param cause what the driver or the system threw, or null
     */
    public BadConfigurationException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(context, message, cause);
    }
}
