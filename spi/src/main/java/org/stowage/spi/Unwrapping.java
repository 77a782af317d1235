package org.stowage.spi;

import java.util.Optional;

/** What a {@link Store} or {@link Transaction} also is when it lets the application at the engine beneath. */
public interface Unwrapping {

    /**
     * Returns the engine's own object of a type, if there is one; it stays the provider's, and the caller does not close it.
     *
     * @param type what is asked for, such as {@code java.sql.Connection}
     */
    <T> Optional<T> unwrap(Class<T> type);
}
