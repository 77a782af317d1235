package org.stowage.processor;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.Problem;

/**
 * What is wrong, by the place in the sources where it is told. The compiler tells one error of a place, so all of a place are told
 * together.
 */
final class Findings {

    private final ProcessingEnvironment environment;
    private final Map<Place, Set<String>> found = new LinkedHashMap<>();

    private record Place(Element element, @Nullable AnnotationMirror annotation) {}

    Findings(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Adds what is wrong with a repository, or with something that it needs. */
    void add(TypeElement repository, Problem problem, Stubs stubs) {
        Optional<Element> origin = stubs.origin(problem.subject()).filter(this::compiled);
        if (origin.isEmpty()) {
            // It is in a library, where nobody would look.
            add(new Place(repository, null), problem.toString());
        } else {
            add(new Place(origin.get(), mirror(problem, origin.get())), problem.text());
        }
    }

    private void add(Place place, String text) {
        found.computeIfAbsent(place, each -> new LinkedHashSet<>()).add(text);
    }

    private boolean compiled(Element element) {
        return SourceFile.of(element, environment)
                .map(file -> file.getKind() == JavaFileObject.Kind.SOURCE)
                .orElse(true);
    }

    private static @Nullable AnnotationMirror mirror(Problem problem, Element element) {
        Annotation annotation = problem.annotation();
        if (annotation == null) {
            return null;
        }
        AnnotatedElement subject = problem.subject();
        Class<? extends Annotation> type = annotation.annotationType();
        int index = List.of(subject.getAnnotationsByType(type)).indexOf(annotation);
        return element.getAnnotationMirrors().stream()
                .flatMap(Findings::opened)
                .filter(each -> isOf(each, type))
                .skip(Math.max(index, 0))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(AnnotationMirror mirror, Class<? extends Annotation> type) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(String.valueOf(type.getCanonicalName()));
    }

    /** Returns an annotation, or those within it if it is there only to hold others. */
    private static Stream<AnnotationMirror> opened(AnnotationMirror annotation) {
        AnnotationValue value = value(annotation);
        List<AnnotationMirror> inner = value != null && value.getValue() instanceof List<?> values
                ? values.stream()
                        .map(each -> ((AnnotationValue) each).getValue())
                        .filter(AnnotationMirror.class::isInstance)
                        .map(AnnotationMirror.class::cast)
                        .toList()
                : List.of();
        return inner.isEmpty() ? Stream.of(annotation) : inner.stream();
    }

    private static @Nullable AnnotationValue value(AnnotationMirror annotation) {
        return annotation.getElementValues().entrySet().stream()
                .filter(each -> each.getKey().getSimpleName().contentEquals("value"))
                .map(each -> (AnnotationValue) each.getValue())
                .findFirst()
                .orElse(null);
    }

    /** Tells the compiler, and forgets. */
    void tell() {
        found.forEach((place, texts) -> {
            String text = String.join("\n", texts);
            AnnotationMirror annotation = place.annotation();
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            text,
                            place.element(),
                            annotation,
                            annotation == null ? null : value(annotation));
        });
        found.clear();
    }
}
