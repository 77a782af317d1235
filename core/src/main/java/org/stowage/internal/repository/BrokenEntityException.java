package org.stowage.internal.repository;

/** A method is about an entity that cannot be used, which has been noted already; never seen outside. */
final class BrokenEntityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenEntityException() {
        super("", null, false, false);
    }
}
