package org.stowage.internal.repository;

/** A method cannot be planned; collected with those of the other methods and never seen outside. */
final class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlanException(String problem) {
        super(problem, null, false, false);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
