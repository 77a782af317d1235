package org.stowage.internal.entity;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods of an attribute of a class that is stored through them: {@code getName} or {@code isName}, and {@code setName}.
 *
 * @param name the name of the attribute
 * @param getter gives its value
 * @param setter takes its value; null if there is none
 */
record Accessors(String name, Method getter, @Nullable Method setter) {

    /** Returns whether a class is stored through its accessors: it says so with {@code @Access}, or its id is marked at a getter. */
    static boolean preferredBy(Class<?> type) {
        return hierarchy(type)
                .flatMap(each -> new NamedAnnotations(List.of(each)).element("Access", "value", Enum.class).stream())
                .findFirst()
                .map(access -> access.name().equals("PROPERTY"))
                .orElseGet(() -> hierarchy(type)
                        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                        .filter(method -> attribute(method).isPresent())
                        .map(getter -> new NamedAnnotations(List.of(getter)))
                        .anyMatch(said -> said.has("Id") || said.has("EmbeddedId")));
    }

    /** Returns the accessors of a class and of those that it extends, by the names of their attributes. */
    static List<Accessors> of(Class<?> type) {
        // A class knows no order of its methods that would be the same tomorrow.
        Map<String, Method> getters = new TreeMap<>();
        hierarchy(type)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()).sorted(Comparator.comparing(Method::getName)))
                .forEach(method -> attribute(method).ifPresent(name -> getters.putIfAbsent(name, method)));
        return getters.entrySet().stream()
                .map(getter -> new Accessors(
                        getter.getKey(),
                        getter.getValue(),
                        setter(type, getter.getValue()).orElse(null)))
                .toList();
    }

    private static Stream<Class<?>> hierarchy(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != null && each != Object.class, Class::getSuperclass);
    }

    /** Returns the name of the attribute whose getter a method is, if it is one. */
    private static Optional<String> attribute(Method method) {
        boolean possible = method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic();
        boolean logical = method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class;
        return !possible
                ? Optional.empty()
                : after("get", method).or(() -> logical ? after("is", method) : Optional.empty());
    }

    private static Optional<String> after(String prefix, Method method) {
        String name = method.getName();
        if (!name.startsWith(prefix) || name.length() == prefix.length()) {
            return Optional.empty();
        }
        String rest = name.substring(prefix.length());
        // As JavaBeans have it: getURL is the getter of URL.
        boolean kept =
                rest.length() > 1 && Character.isUpperCase(rest.charAt(0)) && Character.isUpperCase(rest.charAt(1));
        return Optional.of(kept ? rest : Character.toLowerCase(rest.charAt(0)) + rest.substring(1));
    }

    private static Optional<Method> setter(Class<?> type, Method getter) {
        String name = getter.getName();
        String setter = "set" + name.substring(name.startsWith("is") ? 2 : 3);
        return hierarchy(type)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> method.getName().equals(setter)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0] == getter.getReturnType()
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic())
                .findFirst();
    }
}
