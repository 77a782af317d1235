package org.stowage.internal.repository;

import jakarta.data.exceptions.EmptyResultException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Key;
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
        return access.told(() -> {
            Key key = access.mapping().key(id);
            // Read first, made an object then: so that a store is not held up by constructors.
            Optional<Row> row = access.read(transaction -> transaction.get(access.name(), key));
            Optional<Object> found = row.map(decoder::decode);
            if (optional) {
                return found;
            }
            return found.orElseThrow(() -> new EmptyResultException("no entity '" + access.name() + "' with key '" + id
                    + "' in store '" + access.store() + "'; return an Optional if there may be none"));
        });
    }
}
