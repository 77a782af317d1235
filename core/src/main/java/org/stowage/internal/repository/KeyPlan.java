package org.stowage.internal.repository;

import jakarta.data.exceptions.EmptyResultException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.value.Row;

/**
 * Finds an entity by its id.
 *
 * @param access the entity
 * @param parameter the place of the id among the arguments
 * @param optional whether there may be none
 * @param decoder what is wanted of it
 */
record KeyPlan(EntityAccess access, int parameter, boolean optional, RowDecoder decoder) implements Plan {

    @Override
    public @Nullable Object run(@Nullable Object[] call) {
        Object id = Objects.requireNonNull(call[parameter], "the id is null; give one");
        Object found = find(id);
        if (optional) {
            return Optional.ofNullable(found);
        }
        if (found == null) {
            throw new EmptyResultException("no entity '" + access.name() + "' with key '" + id + "' in store '"
                    + access.store() + "'; return an Optional if there may be none");
        }
        return found;
    }

    // To find a row in memory costs less than a few calls of functions that are handed on, through which the compiler
    // cannot see, so there are none on this way.
    private @Nullable Object find(Object id) {
        try {
            // Read first, made an object then: so that a store is not held up by constructors.
            Row row = access.session().get(access.shape(), access.mapping().key(id));
            return row == null ? null : decoder.decode(row);
        } catch (StoreException failure) {
            throw access.failures().of(failure);
        }
    }
}
