package org.stowage.launcher;

/** The command line does not say what can be done: the launcher says so and exits with 2. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message one sentence for people, without a full stop: the value in quotes, what was expected
     */
    public UsageException(String message) {
        super(message);
    }
}
