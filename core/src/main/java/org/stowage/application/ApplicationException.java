package org.stowage.application;

import org.jspecify.annotations.Nullable;

/** An application cannot start because of something that the person who starts it can change, such as a port that is in use. */
public final class ApplicationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message one sentence: what failed, the offending value in quotes, what to do
     * @param cause what the system threw, or null
     */
    public ApplicationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
