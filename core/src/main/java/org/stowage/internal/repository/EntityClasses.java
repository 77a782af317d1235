package org.stowage.internal.repository;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Save;
import jakarta.data.repository.Update;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.EntityModel;
import org.stowage.internal.jdql.Parser;
import org.stowage.internal.jdql.Statement;

/**
 * Finds out which classes are the entities of a repository: the one that it is declared for, those that its methods write, those that
 * its queries name, and those that it finds.
 */
final class EntityClasses {

    private final Class<?> repository;
    private final List<RepositoryMethod> methods;
    private final Predicate<Class<?>> possible;
    private final Set<Class<?>> found = new LinkedHashSet<>();
    private @Nullable Class<?> primary;

    /**
     * Finds them.
     *
     * @param possible whether a class may be an entity and is no value, say
     */
    EntityClasses(Class<?> repository, Types types, List<RepositoryMethod> methods, Predicate<Class<?>> possible) {
        this.repository = repository;
        this.methods = methods;
        this.possible = possible;
        this.primary = types.argument(DataRepository.class, 0).orElse(null);
        if (primary != null) {
            found.add(primary);
        }
        methods.forEach(method -> written(method).ifPresent(found::add));
        if (primary == null && found.size() == 1) {
            primary = found.iterator().next();
        }
        methods.forEach(method -> named(method).ifPresent(found::add));
        addResults();
        if (primary == null && found.size() == 1) {
            primary = found.iterator().next();
        }
    }

    /** Returns all of them. */
    Set<Class<?>> all() {
        return found;
    }

    /** Returns the one that is meant where nothing else says so, or null. */
    @Nullable Class<?> primary() {
        return primary;
    }

    private Optional<Class<?>> written(RepositoryMethod method) {
        boolean lifecycle = Stream.of(Insert.class, Update.class, Save.class, Delete.class)
                .anyMatch(annotation -> method.annotation(annotation).isPresent());
        return lifecycle && MethodPlanner.takesOneThing(method)
                ? Optional.<Class<?>>of(MethodPlanner.entityParameter(method)).filter(possible)
                : Optional.empty();
    }

    /** Returns the class of the entity that a query names, if it is none of those that are known. */
    private Optional<Class<?>> named(RepositoryMethod method) {
        return statement(method)
                .map(Statement::entity)
                .map(Statement.EntityName::name)
                .flatMap(this::beside);
    }

    private static Optional<Statement> statement(RepositoryMethod method) {
        try {
            return method.annotation(Query.class).map(query -> Parser.parse(query.value()));
        } catch (MappingException malformed) {
            // Told when the method is planned.
            return Optional.empty();
        }
    }

    /** Returns a class by the name of its entity that stands beside the repository: in the same class, or in the same package. */
    private Optional<Class<?>> beside(String entity) {
        if (found.stream().anyMatch(type -> EntityModel.nameOf(type).equals(entity))) {
            return Optional.empty();
        }
        for (Class<?> around = repository; around != null; around = around.getEnclosingClass()) {
            Optional<Class<?>> nested = Arrays.stream(around.getDeclaredClasses())
                    .filter(type ->
                            possible.test(type) && EntityModel.nameOf(type).equals(entity))
                    .findFirst();
            if (nested.isPresent()) {
                return nested;
            }
        }
        try {
            String name = repository.getPackageName() + "." + entity;
            return Optional.<Class<?>>of(Class.forName(name, false, repository.getClassLoader()))
                    .filter(type ->
                            possible.test(type) && EntityModel.nameOf(type).equals(entity));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    private void addResults() {
        Set<Class<?>> undeclared = new LinkedHashSet<>();
        for (RepositoryMethod method : methods) {
            Class<?> element =
                    method.returned() == void.class ? void.class : method.form().element();
            if (!possible.test(element)) {
                continue;
            }
            if (EntityModel.declared(element)) {
                found.add(element);
            } else if (statement(method).map(EntityClasses::findsWhole).orElse(true)) {
                undeclared.add(element);
            }
        }
        // With an entity of its own, what a repository finds besides are parts of it. Without one it is about what it
        // finds:
        // about what has an id, if that tells them apart.
        if (found.isEmpty()) {
            undeclared.stream().filter(EntityModel::identified).forEach(found::add);
        }
        if (found.isEmpty()) {
            undeclared.stream().findFirst().ifPresent(found::add);
        }
    }

    private static boolean findsWhole(Statement statement) {
        return statement instanceof Statement.Select select
                && select.selected().isEmpty()
                && select.entity() == null
                && !select.count();
    }
}
