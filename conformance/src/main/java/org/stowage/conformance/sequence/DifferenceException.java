package org.stowage.conformance.sequence;

/** The store did something else than the model. */
final class DifferenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DifferenceException(String message) {
        super(message);
    }

    static void unlessSame(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new DifferenceException(what + ":\n    expected " + expected + "\n    but was  " + actual);
        }
    }
}
