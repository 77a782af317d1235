package org.stowage;

import jakarta.data.repository.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.configuration.Settings;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;

/**
 * Decides in which store an entity lives. The first of these that says something decides:
 *
 * <ol>
 *   <li>a route of the repository, then one of the entity;
 *   <li>{@code @Repository(dataStore)}, if there is a store of that name: it is a wish that a smaller set of stores may pass over;
 *   <li>a store that is named as the entity is;
 *   <li>the store {@code *}, or the only store there is.
 * </ol>
 *
 * @param routes names of stores by the simple or full names of entities and repositories
 * @param stores the names of the stores
 */
record RouteTable(Map<String, String> routes, Set<String> stores) {

    String storeOf(String entity, @Nullable Class<?> entityType, @Nullable Class<?> repositoryType) {
        return routed(entity, entityType, repositoryType)
                .or(() -> wished(repositoryType))
                .or(() -> named(entity))
                .or(this::otherwise)
                .orElseThrow(() -> nowhere(entity));
    }

    private Optional<String> routed(String entity, @Nullable Class<?> entityType, @Nullable Class<?> repositoryType) {
        List<String> names = new ArrayList<>();
        Stream.of(Optional.ofNullable(repositoryType), Optional.<Class<?>>ofNullable(entityType))
                .flatMap(Optional::stream)
                .forEach(type -> {
                    names.add(type.getName());
                    names.add(type.getSimpleName());
                });
        names.add(entity);
        return names.stream().map(routes::get).filter(Objects::nonNull).findFirst();
    }

    private Optional<String> wished(@Nullable Class<?> repositoryType) {
        return Optional.<Class<?>>ofNullable(repositoryType)
                .map(type -> type.getAnnotation(Repository.class))
                .map(Repository::dataStore)
                .filter(stores::contains);
    }

    private Optional<String> named(String entity) {
        return stores.stream().filter(entity::equalsIgnoreCase).findFirst();
    }

    private Optional<String> otherwise() {
        return stores.size() == 1 ? stores.stream().findFirst() : named(Settings.DEFAULT_STORE);
    }

    private BadConfigurationException nowhere(String entity) {
        return new BadConfigurationException(
                ErrorContext.none(),
                "no store is meant for entity '" + entity + "'; there is '" + String.join("', '", stores)
                        + "': route it to one of them, or add a store '*' for all that is not routed");
    }
}
