package org.stowage.layers.faults;

/** What goes wrong. Whatever it is, the operation has not been done when it fails, unless the effect says otherwise. */
public enum Effect {
    /** The operation fails with {@code StoreUnavailableException}; what comes after it works. */
    FAIL,
    /** The operation fails with {@code StoreTimeoutException}. */
    TIME_OUT,
    /** The operation fails with {@code StoreFullException}. */
    FULL,
    /** The transaction is rolled back and fails with {@code ConflictException}: at a commit, it is surely not there. */
    CONFLICT,
    /** The connection breaks: the transaction is rolled back, and each of its operations fails with {@code StoreUnavailableException}. */
    LOSE_CONNECTION,
    /** At a commit: it is there, but the store cannot say so and fails with {@code CommitUnknownException}. */
    COMMITTED_UNKNOWN,
    /** At a commit: it is not there, but the store cannot say so and fails with {@code CommitUnknownException}. */
    NOT_COMMITTED_UNKNOWN,
    /** The operation is done later. */
    DELAY
}
