package org.stowage.spi;

/**
 * What the stores of a provider promise, as levels. A claim is tested in both directions: what is claimed must be there, what is
 * there must be claimed.
 *
 * @param durability what an acknowledged commit survives
 * @param concurrency which transactions run beside each other
 * @param sharing who may have a store open at once
 */
public record Capabilities(Durability durability, Concurrency concurrency, Sharing sharing) {

    /** What an acknowledged commit survives. */
    public enum Durability {
        /** Nothing: the data ends with the store. */
        NONE,
        /** A killed process, but a loss of power may take the last commits, never their order or wholeness. */
        RELAXED,
        /** A killed process, a crash of the system and a loss of power, on a disk that honours flushes. */
        DURABLE
    }

    /** Which transactions run beside each other. Isolation is no level: read-write ones are strictly serializable everywhere. */
    public enum Concurrency {
        /** One transaction at a time. */
        SERIAL,
        /** One that writes, and readers that never wait for it. */
        ONE_WRITER,
        /** Several that write; a clash is a {@code ConflictException}. */
        MANY_WRITERS
    }

    /** Who may have a store open at once. */
    public enum Sharing {
        /** One store object; it cannot be found by another. */
        PRIVATE,
        /** One process at a time; a second one fails with {@code StoreLockedException}. */
        ONE_PROCESS,
        /** Many processes. */
        MANY_PROCESSES
    }
}
