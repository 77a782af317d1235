package org.stowage.internal.repository;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Query;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stowage.CheckTime;
import org.stowage.internal.entity.Problem;
import org.stowage.internal.entity.Problems;
import org.stowage.query.JdqlException;
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
    RepositoryPlans read(CheckTime time) {
        RepositoryPlans plans = plans();
        // What cannot be a repository at all has no methods that could tell it.
        switch (obstacle().isEmpty() ? time : CheckTime.WHEN_CREATED) {
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

    private RepositoryPlans plans() {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            problems.add(type, obstacle.get());
            return new RepositoryPlans(Map.of(), null);
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
        return new RepositoryPlans(plans, planner.resources());
    }

    /** Returns why a type cannot be a repository, whatever its methods are. */
    private Optional<String> obstacle() {
        if (!type.isInterface() || type.isAnnotation()) {
            return Optional.of("it is no interface, so it cannot be a repository; make it one");
        }
        if (type.isSealed()) {
            return Optional.of("it is sealed, so it cannot be implemented here; leave out 'sealed'");
        }
        return type.getTypeParameters().length == 0
                ? Optional.empty()
                : Optional.of(
                        "it has type parameters, and nothing says what they are; extend it by an interface that does");
    }

    /** Returns the plan of a method, or else, after a note, one that tells what is wrong with the method whenever it is called. */
    private Plan plan(RepositoryMethod method, MethodPlanner planner, Problems ofEntities) {
        Problems own = new Problems(subject());
        try {
            return planner.plan(method);
        } catch (PlanException failure) {
            own.add(failure.problem(method.method(), method.toString()));
        } catch (JdqlException failure) {
            own.add(new Problem(
                    method.method(),
                    method.method().getAnnotation(Query.class),
                    method.toString(),
                    String.valueOf(failure.getMessage())));
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
        return classes(methods()).all();
    }

    private EntityClasses classes(List<RepositoryMethod> methods) {
        return new EntityClasses(type, types, methods, this::possible);
    }

    private RepositoryEntities entities(List<RepositoryMethod> methods) {
        EntityClasses classes = classes(methods);
        Class<?> primary = classes.primary();
        Class<?> keyType = types.argument(DataRepository.class, 1)
                .<Class<?>>map(Types::boxed)
                .orElse(null);
        List<EntityAccess> accesses = new ArrayList<>();
        List<Class<?>> broken = new ArrayList<>();
        for (Class<?> entity : classes.all()) {
            registry.access(entity, entity.equals(primary) ? keyType : null, type, problems)
                    .ifPresentOrElse(accesses::add, () -> broken.add(entity));
        }
        return new RepositoryEntities(accesses, broken, primary);
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
