package org.stowage.store;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaDifference;

/** Makes stored shapes those that an application wants, as far as that loses nothing. */
final class SchemaAlignment {

    private static final int MOST_ATTEMPTS = 3;

    private final OpenStore store;

    SchemaAlignment(OpenStore store) {
        this.store = store;
    }

    /** Returns the stored shape of an entity, once it is the wanted one. */
    EntitySchema ensure(EntitySchema wanted) {
        for (int attempt = 1; ; attempt++) {
            EntitySchema stored = store.schema(wanted.name()).orElse(null);
            SchemaDifference difference = SchemaDifference.between(stored, wanted);
            if (!difference.unsafe().isEmpty()) {
                throw mismatch(wanted, difference.unsafe());
            }
            if (stored != null && difference.none()) {
                return stored;
            }
            try {
                return find(store.evolve(difference.safe()), wanted);
            } catch (SchemaMismatchException failure) {
                // Somebody else may have changed the shape since it was read, perhaps to just this one.
                store.refresh();
                if (attempt == MOST_ATTEMPTS || same(store, stored, wanted)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean same(OpenStore store, @Nullable EntitySchema before, EntitySchema wanted) {
        return Objects.equals(before, store.schema(wanted.name()).orElse(null));
    }

    private static EntitySchema find(List<EntitySchema> schemas, EntitySchema wanted) {
        return schemas.stream()
                .filter(schema -> schema.name().equals(wanted.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("'" + wanted.name() + "' is not there after it was made"));
    }

    private SchemaMismatchException mismatch(EntitySchema wanted, List<String> differences) {
        return new SchemaMismatchException(
                ErrorContext.of(store.name(), wanted.name()),
                "entity '" + wanted.name() + "' is stored in store '" + store.name()
                        + "' in a shape that does not fit and cannot be changed without a decision: "
                        + String.join("; ", differences));
    }
}
