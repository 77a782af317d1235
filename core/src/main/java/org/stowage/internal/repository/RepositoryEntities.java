package org.stowage.internal.repository;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.EntityModel;
import org.stowage.internal.jdql.Statement;

/**
 * The entities of a repository.
 *
 * @param accesses those that can be used
 * @param broken those that cannot
 * @param primary the one that is meant if nothing else says so, or null
 */
record RepositoryEntities(
        List<EntityAccess> accesses,
        List<Class<?>> broken,
        @Nullable Class<?> primary) {

    /** Returns the entity that a class is, if it is one of this repository's. */
    Optional<EntityAccess> of(Class<?> type) {
        if (broken.contains(type)) {
            throw new BrokenEntityException();
        }
        return accesses.stream()
                .filter(access -> access.mapping().model().type() == type)
                .findFirst();
    }

    /** Returns the entity that a method is about which finds things of a class. */
    EntityAccess found(Class<?> element) {
        return of(element)
                .or(() -> primary == null ? Optional.empty() : of(primary))
                .orElseThrow(
                        () -> new PlanException(
                                "nothing says which entity it is about; return the entity, or let the repository extend DataRepository<Entity, Key>"));
    }

    /** Returns the entity that a statement names, or else the one that its results say. */
    EntityAccess named(Statement statement, Class<?> element) {
        Statement.EntityName name = statement.entity();
        if (name == null) {
            return found(element);
        }
        if (broken.stream().anyMatch(type -> EntityModel.nameOf(type).equals(name.name()))) {
            throw new BrokenEntityException();
        }
        return accesses.stream()
                .filter(access -> access.mapping().model().name().equals(name.name()))
                .findFirst()
                .orElseThrow(() -> statement
                        .source()
                        .unknown(
                                name.at(),
                                "unknown entity '" + name.name() + "'",
                                name.name(),
                                accesses.stream()
                                        .map(access -> access.mapping().model().name())
                                        .toList()));
    }
}
