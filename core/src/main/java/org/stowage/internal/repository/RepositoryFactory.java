package org.stowage.internal.repository;

import jakarta.data.exceptions.MappingException;
import java.util.Collection;
import java.util.List;
import org.stowage.entity.Converter;
import org.stowage.internal.session.SessionSource;

/** Makes repositories of interfaces. One for each {@code Stowage}, which keeps what it makes; for many threads. */
public final class RepositoryFactory {

    private final EntityRegistry entities;

    /** Creates a factory whose repositories work in the given sessions. */
    public RepositoryFactory(SessionSource sessions) {
        this(sessions, List.of());
    }

    /** Creates a factory whose repositories work in the given sessions, with converters for types that are not known by themselves. */
    public RepositoryFactory(SessionSource sessions, Collection<? extends Converter<?, ?>> converters) {
        this.entities = new EntityRegistry(sessions, List.copyOf(converters));
    }

    /**
     * Returns a new repository; its entities are stored from now on.
     *
     * @throws MappingException if the interface cannot be a repository, with all that is wrong with it
     * @throws jakarta.data.exceptions.DataException if the store cannot take its entities
     */
    public <R> R create(Class<R> type) {
        if (!type.isInterface()) {
            throw new MappingException(
                    "'" + type.getName() + "' is no interface, so it cannot be a repository; make it one");
        }
        return RepositoryHandler.repository(type, new RepositoryReader(type, entities).read());
    }
}
