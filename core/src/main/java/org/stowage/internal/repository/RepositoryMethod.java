package org.stowage.internal.repository;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A method of a repository whose type variables are known.
 *
 * @param method the method
 * @param types what its type variables stand for
 */
record RepositoryMethod(Method method, Types types) {

    String name() {
        return method.getName();
    }

    <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return Optional.ofNullable(method.getAnnotation(type));
    }

    Parameter[] parameters() {
        return method.getParameters();
    }

    Type genericParameter(int index) {
        return method.getGenericParameterTypes()[index];
    }

    Class<?> parameter(int index) {
        return types.raw(genericParameter(index));
    }

    /** Returns the class of what a parameter holds several of, in a collection or an array, or empty if it does not. */
    Optional<Class<?>> several(int index) {
        Class<?> type = parameter(index);
        return type.isArray() || Iterable.class.isAssignableFrom(type)
                ? types.element(genericParameter(index)).map(types::raw)
                : Optional.empty();
    }

    /** Returns the type of a parameter as it is written, without its package names. */
    String shown(int index) {
        Class<?> type = parameter(index);
        return type.getSimpleName()
                + (type.isArray()
                        ? ""
                        : several(index)
                                .map(element -> "<" + element.getSimpleName() + ">")
                                .orElse(""));
    }

    Class<?> returned() {
        return method.getReturnType() == void.class ? void.class : types.raw(method.getGenericReturnType());
    }

    ResultForm form() {
        return ResultForm.of(types, method.getGenericReturnType());
    }

    /** Returns the method as it is written, without its package names. */
    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
