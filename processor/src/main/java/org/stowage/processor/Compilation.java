package org.stowage.processor;

import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Repository;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.stowage.internal.entity.EntityModel;
import org.stowage.internal.entity.Problem;
import org.stowage.internal.repository.RepositoryCheck;

/**
 * Looks for entities and repositories in what is compiled. What cannot be judged yet, because this processor or another one has still to
 * write a part of it, is looked at again in the next round.
 */
final class Compilation {

    /** The name by which {@code @Repository(provider)} asks for this library. */
    private static final String PROVIDER = "Stowage";

    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Converters converters;
    private final Metamodels metamodels;
    private final Findings findings;

    // By name, as elements are made anew in each round.
    private final Set<String> entities = new LinkedHashSet<>();
    private final Set<String> repositories = new LinkedHashSet<>();

    Compilation(ProcessingEnvironment environment) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.converters = Converters.named(environment);
        this.metamodels = new Metamodels(environment, converters);
        this.findings = new Findings(environment);
    }

    void round(RoundEnvironment round) {
        types(round.getRootElements()).forEach(type -> settled(type, this::note));
        if (!round.processingOver()) {
            settle(repositories, this::check);
            settle(entities, metamodels::write);
            findings.tell();
        }
    }

    private boolean note(TypeElement type) {
        metamodels.note(type);
        converters.add(type);
        if (isEntity(type)) {
            entities.add(type.getQualifiedName().toString());
        }
        if (isRepository(type)) {
            repositories.add(type.getQualifiedName().toString());
        }
        return true;
    }

    private static List<TypeElement> types(Iterable<? extends Element> elements) {
        List<TypeElement> types = new ArrayList<>();
        for (TypeElement type : ElementFilter.typesIn(elements)) {
            types.add(type);
            types.addAll(types(type.getEnclosedElements()));
        }
        return types;
    }

    private static boolean isEntity(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .map(each -> each.getAnnotationType().asElement())
                .anyMatch(each -> EntityModel.isEntityAnnotation(
                        ((TypeElement) each).getQualifiedName().toString()));
    }

    /** Returns whether a type becomes a repository; an interface with type parameters is a part of others. */
    private boolean isRepository(TypeElement type) {
        Repository annotation = type.getAnnotation(Repository.class);
        if (annotation != null) {
            return annotation.provider().isEmpty() || annotation.provider().equalsIgnoreCase(PROVIDER);
        }
        Types types = environment.getTypeUtils();
        TypeElement parent = elements.getTypeElement(DataRepository.class.getName());
        return type.getKind().isInterface()
                && type.getTypeParameters().isEmpty()
                && parent != null
                && types.isSubtype(type.asType(), types.erasure(parent.asType()));
    }

    /** Does something with each type of a list and strikes off those with which it is done. */
    private void settle(Set<String> names, Predicate<TypeElement> work) {
        for (String name : List.copyOf(names)) {
            TypeElement type = elements.getTypeElement(name);
            if (type == null || settled(type, work)) {
                names.remove(name);
            }
        }
    }

    // Whatever goes wrong here must not be the end of somebody's compilation.
    private boolean settled(TypeElement type, Predicate<TypeElement> work) {
        try {
            return work.test(type);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            environment
                    .getMessager()
                    .printWarning(
                            "Stowage could not look at " + type.getQualifiedName()
                                    + " while it is compiled; it is checked when it is run (" + failure + ")",
                            type);
            return true;
        }
    }

    private boolean check(TypeElement repository) {
        Stubs stubs = new Stubs(environment);
        List<Problem> problems;
        try {
            problems = check(stubs.of(repository), stubs);
        } catch (RuntimeException | LinkageError failure) {
            if (stubs.unresolved()) {
                return false;
            }
            throw failure;
        }
        if (stubs.unresolved()) {
            return false;
        }
        problems.forEach(problem -> findings.add(repository, problem, stubs));
        return true;
    }

    private List<Problem> check(Class<?> repository, Stubs stubs) {
        RepositoryCheck check = RepositoryCheck.of(converters.in(stubs));
        for (Class<?> entity : check.entities(repository)) {
            stubs.origin(entity)
                    .ifPresent(origin -> entities.add(
                            ((TypeElement) origin).getQualifiedName().toString()));
        }
        return check.problems(repository);
    }
}
