package org.stowage.internal.session;

import org.jspecify.annotations.Nullable;

/** Where repositories get the sessions of their entities: this is where routing is decided. For many threads. */
@FunctionalInterface
public interface SessionSource {

    /**
     * Returns the session of an entity's store.
     *
     * @param entity its logical name
     * @param entityType its Java type, or null if it has none
     * @param repositoryType the repository that asks, whose {@code @Repository(dataStore)} is heard, or null
     * @throws org.stowage.spi.error.BadConfigurationException if no store is meant for it
     */
    Session session(String entity, @Nullable Class<?> entityType, @Nullable Class<?> repositoryType);
}
