package org.stowage.launcher;

import org.jspecify.annotations.Nullable;

/** What was asked cannot be done: the launcher says so and exits with 1. */
public final class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message one sentence for people, without a full stop: what failed, the value in quotes, what to do
     */
    public FailureException(String message) {
        this(message, null);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message one sentence for people, without a full stop
     * @param cause what was thrown beneath, or null
     */
    public FailureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
