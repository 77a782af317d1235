package org.stowage.conformance;

import org.stowage.conformance.sequence.Failure;

/** A provider does not answer as the model does, which a program shows. */
final class FailingCaseError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    FailingCaseError(String message, Failure failure) {
        super(message + "\n" + failure);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
