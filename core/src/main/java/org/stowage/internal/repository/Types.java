package org.stowage.internal.repository;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What type variables stand for in an interface and those that it extends. */
final class Types {

    private final Map<TypeVariable<?>, Type> bindings = new HashMap<>();

    Types(Class<?> type) {
        bind(type);
    }

    private void bind(Class<?> type) {
        for (Type parent : type.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType generic) {
                Class<?> raw = (Class<?>) generic.getRawType();
                TypeVariable<?>[] variables = raw.getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    bindings.put(variables[i], generic.getActualTypeArguments()[i]);
                }
                bind(raw);
            } else {
                bind((Class<?>) parent);
            }
        }
    }

    /** Returns the type without variables and wildcards at its outside. */
    Type resolve(Type type) {
        return switch (type) {
            case TypeVariable<?> variable -> {
                Type bound = bindings.get(variable);
                yield resolve(bound == null ? variable.getBounds()[0] : bound);
            }
            case WildcardType wildcard ->
                resolve(
                        wildcard.getLowerBounds().length > 0
                                ? wildcard.getLowerBounds()[0]
                                : wildcard.getUpperBounds()[0]);
            default -> type;
        };
    }

    /** Returns the class of a type. */
    Class<?> raw(Type type) {
        return switch (resolve(type)) {
            case Class<?> raw -> raw;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            case GenericArrayType array -> raw(array.getGenericComponentType()).arrayType();
            default -> Object.class;
        };
    }

    /** Returns what a collection, array, {@code Optional}, stream or page is of, or empty if it is none or does not say. */
    Optional<Type> element(Type type) {
        return switch (resolve(type)) {
            case Class<?> raw when raw.isArray() -> Optional.of(raw.getComponentType());
            case GenericArrayType array -> Optional.of(resolve(array.getGenericComponentType()));
            case ParameterizedType generic
            when generic.getActualTypeArguments().length == 1 ->
                Optional.of(resolve(generic.getActualTypeArguments()[0]));
            default -> Optional.empty();
        };
    }

    /** Returns the class to which a type argument of an interface that is extended is bound, if it is. */
    Optional<Class<?>> argument(Class<?> extended, int index) {
        Type bound = bindings.get(extended.getTypeParameters()[index]);
        if (bound == null) {
            return Optional.empty();
        }
        Type resolved = resolve(bound);
        return resolved instanceof Class<?> || resolved instanceof ParameterizedType
                ? Optional.of(raw(resolved))
                : Optional.empty();
    }

    /** Returns a class, boxed if it is primitive. */
    static Class<?> boxed(Class<?> type) {
        return type.isPrimitive()
                ? java.lang.invoke.MethodType.methodType(type).wrap().returnType()
                : type;
    }
}
