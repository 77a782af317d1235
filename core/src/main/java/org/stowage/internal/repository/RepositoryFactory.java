package org.stowage.internal.repository;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.Repository;
import java.util.Collection;
import java.util.List;
import org.stowage.CheckTime;
import org.stowage.entity.Converter;
import org.stowage.internal.session.SessionSource;

/** Makes repositories of interfaces. One for each {@code Stowage}, which keeps what it makes; for many threads. */
public final class RepositoryFactory {

    private static final String PROVIDER = "Stowage";

    private final EntityRegistry entities;
    private final CheckTime checkTime;

    /**
     * Creates a factory.
     *
     * @param sessions where its repositories work
     * @param converters for types that are not known by themselves
     * @param checkTime when mistakes in its repositories are told
     */
    public RepositoryFactory(
            SessionSource sessions, Collection<? extends Converter<?, ?>> converters, CheckTime checkTime) {
        this.entities = new EntityRegistry(sessions, List.copyOf(converters));
        this.checkTime = checkTime;
    }

    /**
     * Returns a new repository; its entities are stored from now on.
     *
     * @throws MappingException if the interface cannot be a repository, with all that is wrong with it, unless its methods are to
     *     tell that
     * @throws jakarta.data.exceptions.DataException if the store cannot take its entities
     */
    public <R> R create(Class<R> type) {
        Repository repository = type.getAnnotation(Repository.class);
        String provider = repository == null ? "" : repository.provider();
        if (!provider.isEmpty() && !provider.equalsIgnoreCase(PROVIDER)) {
            throw new MappingException("repository " + type.getName() + " is meant for Jakarta Data provider '"
                    + provider + "'; write '" + PROVIDER + "' in @Repository, or leave the provider out");
        }
        return RepositoryHandler.repository(type, new RepositoryReader(type, entities).read(checkTime));
    }
}
