package org.stowage.example.ordering.shopping;

/** What was asked for does not fit the state that things are in. */
public final class NotPossibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public NotPossibleException(String message) {
        super(message);
    }
}
