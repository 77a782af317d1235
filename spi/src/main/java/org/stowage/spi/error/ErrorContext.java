package org.stowage.spi.error;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Key;

/**
 * Where something went wrong: as much of it as is known.
 *
 * @param store the name of the store, as the application calls it, or null when no store is involved
 * @param entity the logical name of the entity, or null when none is involved
 * @param key the key of the row, or null when none is involved
 */
public record ErrorContext(
        @Nullable String store,
        @Nullable String entity,
        @Nullable Key key) {

    private static final ErrorContext NONE = new ErrorContext(null, null, null);

    /** Returns the context in which nothing is known. */
    public static ErrorContext none() {
        return NONE;
    }

    /** Returns a context that names a store only. */
    public static ErrorContext of(String store) {
        return new ErrorContext(store, null, null);
    }

    /** Returns a context that names a store and an entity. */
    public static ErrorContext of(String store, String entity) {
        return new ErrorContext(store, entity, null);
    }

    /** Returns a context that names a store, an entity and a row. */
    public static ErrorContext of(String store, String entity, Key key) {
        return new ErrorContext(store, entity, key);
    }
}
