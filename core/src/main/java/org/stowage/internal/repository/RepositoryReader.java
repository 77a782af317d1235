package org.stowage.internal.repository;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Save;
import jakarta.data.repository.Update;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.CheckTime;
import org.stowage.internal.entity.EntityModel;
import org.stowage.internal.entity.Problem;
import org.stowage.internal.entity.Problems;
import org.stowage.spi.error.StoreException;

/** Checks an interface whole and prepares a plan for each of its methods. */
final class RepositoryReader {

    private final Class<?> type;
    private final EntityRegistry registry;
    private final Types types;
    private final Problems problems;

    RepositoryReader(Class<?> type, EntityRegistry registry) {
        this.type = type;
        this.registry = registry;
        this.types = new Types(type);
        this.problems = new Problems(subject());
    }

    /**
     * Returns the plans of the methods that have no body.
     *
     * @throws MappingException with everything that is wrong, unless that is to be told by the plans
     */
    Map<Method, Plan> read(CheckTime time) {
        Map<Method, Plan> plans = plans();
        // What is no interface has no methods that could tell it.
        switch (type.isInterface() ? time : CheckTime.WHEN_CREATED) {
            case WHEN_CREATED -> problems.throwIfAny();
            case WHEN_CALLED -> {
                // The plan of a method that is wrong says so.
            }
        }
        return plans;
    }

    /** Returns everything that is wrong. */
    List<Problem> check() {
        plans();
        return problems.found();
    }

    private Map<Method, Plan> plans() {
        if (!type.isInterface()) {
            problems.add(type, "it is no interface, so it cannot be a repository; make it one");
            return Map.of();
        }
        List<RepositoryMethod> methods = methods();
        RepositoryEntities entities = entities(methods);
        Problems ofEntities = new Problems(subject());
        ofEntities.addAll(problems);
        MethodPlanner planner = new MethodPlanner(registry, entities);
        Map<Method, Plan> plans = new LinkedHashMap<>();
        for (RepositoryMethod method : methods) {
            plans.put(method.method(), plan(method, planner, ofEntities));
        }
        return plans;
    }

    /** Returns the plan of a method, or else, after a note, one that tells what is wrong with the method whenever it is called. */
    private Plan plan(RepositoryMethod method, MethodPlanner planner, Problems ofEntities) {
        Problems own = new Problems(subject());
        try {
            return planner.plan(method);
        } catch (PlanException failure) {
            own.add(method.method(), method.toString(), failure.problem());
        } catch (MappingException | StoreException failure) {
            own.add(method.method(), method.toString(), String.valueOf(failure.getMessage()));
        } catch (BrokenEntityException failure) {
            own.addAll(ofEntities);
        }
        problems.addAll(own);
        return call -> {
            own.throwIfAny();
            return null;
        };
    }

    private String subject() {
        return "repository " + type.getName();
    }

    private List<RepositoryMethod> methods() {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && !ofObject(method))
                .sorted(Comparator.comparing(Method::toString))
                .map(method -> new RepositoryMethod(method, types))
                .toList();
    }

    /** Returns whether a method is one that every object has, which an interface may say again. */
    private static boolean ofObject(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException absent) {
            return false;
        }
    }

    /** Returns the classes that the interface stores. */
    Set<Class<?>> entityTypes() {
        return stored(methods()).all();
    }

    /** The classes that the interface stores, and the one that is meant if nothing else says so, or null. */
    private record Stored(Set<Class<?>> all, @Nullable Class<?> primary) {}

    private Stored stored(List<RepositoryMethod> methods) {
        Optional<Class<?>> primary = types.argument(DataRepository.class, 0);
        Set<Class<?>> found = new LinkedHashSet<>();
        primary.ifPresent(found::add);
        for (RepositoryMethod method : methods) {
            lifecycleEntity(method).ifPresent(found::add);
        }
        if (primary.isEmpty() && found.size() == 1) {
            primary = Optional.of(found.iterator().next());
        }
        for (RepositoryMethod method : methods) {
            Class<?> element =
                    method.returned() == void.class ? void.class : method.form().element();
            // Without an entity of its own, a repository is about what it finds; with one, other results are parts of
            // it.
            if (possible(element) && (EntityModel.declared(element) || found.isEmpty())) {
                found.add(element);
            }
        }
        return new Stored(
                found, primary.orElse(found.size() == 1 ? found.iterator().next() : null));
    }

    private RepositoryEntities entities(List<RepositoryMethod> methods) {
        Stored stored = stored(methods);
        Class<?> keyType = types.argument(DataRepository.class, 1).orElse(null);
        List<EntityAccess> accesses = new ArrayList<>();
        List<Class<?>> broken = new ArrayList<>();
        for (Class<?> entity : stored.all()) {
            @Nullable Class<?> key = entity == stored.primary() ? keyType : null;
            registry.access(entity, key == null ? null : Types.boxed(key), type, problems)
                    .ifPresentOrElse(accesses::add, () -> broken.add(entity));
        }
        return new RepositoryEntities(accesses, broken, stored.primary());
    }

    private Optional<Class<?>> lifecycleEntity(RepositoryMethod method) {
        Method declared = method.method();
        boolean lifecycle = declared.isAnnotationPresent(Insert.class)
                || declared.isAnnotationPresent(Update.class)
                || declared.isAnnotationPresent(Save.class)
                || declared.isAnnotationPresent(Delete.class);
        if (!lifecycle || declared.getParameterCount() != 1) {
            return Optional.empty();
        }
        return Optional.<Class<?>>of(MethodPlanner.entityParameter(method)).filter(this::possible);
    }

    private boolean possible(Class<?> candidate) {
        return !candidate.isPrimitive()
                && !candidate.isInterface()
                && !candidate.isArray()
                && candidate != Object.class
                && !SpecialParameters.special(candidate)
                && registry.codec(candidate).isEmpty();
    }
}
