package org.stowage.internal.entity;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The annotations of a class or of an attribute, which may stand in several places, recognised by name so that no library of
 * annotations is needed at run time.
 */
final class NamedAnnotations {

    private static final String NO_SQL = "jakarta.nosql.";
    private static final List<String> PACKAGES = List.of("org.stowage.entity.", "jakarta.persistence.", NO_SQL);

    private final List<Annotation> annotations;

    NamedAnnotations(List<? extends AnnotatedElement> places) {
        this.annotations = places.stream()
                .flatMap(place -> Arrays.stream(place.getAnnotations()))
                .distinct()
                .toList();
    }

    /** Returns whether there is one of a simple name in a known package. */
    boolean has(String simpleName) {
        return all(simpleName).findAny().isPresent();
    }

    /** Returns whether there is one of a simple name in whatever package. */
    boolean hasAnywhere(String simpleName) {
        return annotations.stream()
                .anyMatch(each -> each.annotationType().getSimpleName().equalsIgnoreCase(simpleName));
    }

    /** Returns whether there is any in a known package. */
    boolean any() {
        return annotations.stream()
                .anyMatch(each -> PACKAGES.stream()
                        .anyMatch(prefix -> each.annotationType().getName().startsWith(prefix)));
    }

    /** Returns whether Jakarta NoSQL, and nobody else, says what the class is: of such a one only marked fields are attributes. */
    boolean ofNoSqlAlone() {
        List<Annotation> kinds = Stream.of("Entity", "Embeddable", "MappedSuperclass")
                .flatMap(this::all)
                .toList();
        return !kinds.isEmpty()
                && kinds.stream()
                        .allMatch(kind -> kind.annotationType().getName().startsWith(NO_SQL));
    }

    /** Returns the annotations of a simple name, those in a container included. */
    Stream<Annotation> all(String simpleName) {
        return annotations.stream().flatMap(NamedAnnotations::opened).filter(each -> named(each, simpleName));
    }

    /** Returns an element of the first annotation of a simple name that has it. */
    <T> Optional<T> element(String simpleName, String element, Class<T> type) {
        return all(simpleName)
                .map(each -> value(each, element))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Returns the value of an annotation's element, or null if it has none of that name. */
    static @Nullable Object value(Annotation annotation, String element) {
        try {
            var method = annotation.annotationType().getMethod(element);
            method.setAccessible(true);
            return method.invoke(annotation);
        } catch (ReflectiveOperationException | RuntimeException failure) {
            // It has no such element, or the element names a class that is not there.
            return null;
        }
    }

    private static boolean named(Annotation annotation, String simpleName) {
        return isNamed(annotation.annotationType().getName(), simpleName);
    }

    /** Returns whether a full name is a simple one in a known package. */
    static boolean isNamed(String name, String simpleName) {
        return PACKAGES.stream().anyMatch(prefix -> name.equals(prefix + simpleName));
    }

    private static Stream<Annotation> opened(Annotation annotation) {
        return value(annotation, "value") instanceof Annotation[] inner ? Arrays.stream(inner) : Stream.of(annotation);
    }
}
