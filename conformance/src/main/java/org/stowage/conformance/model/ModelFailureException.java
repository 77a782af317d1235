package org.stowage.conformance.model;

/** A calculation has no result, so that the question must fail. */
public final class ModelFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelFailureException(String message) {
        super(message);
    }
}
