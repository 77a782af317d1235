package org.stowage.internal.entity;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What type variables stand for in a class and in those that it extends. */
final class TypeBindings {

    private final Map<TypeVariable<?>, Type> bindings = new HashMap<>();

    private TypeBindings() {}

    /** Returns the bindings of a class, or of one with type arguments. */
    static TypeBindings of(Type type) {
        TypeBindings types = new TypeBindings();
        Type each = type;
        while (each != null) {
            types.bind(each);
            each = raw(each).getGenericSuperclass();
        }
        return types;
    }

    private void bind(Type type) {
        if (type instanceof ParameterizedType generic) {
            TypeVariable<?>[] variables = raw(type).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                bindings.put(variables[i], resolve(generic.getActualTypeArguments()[i]));
            }
        }
    }

    /** Returns a type without variables and wildcards; those that stand for nothing are what they extend. */
    Type resolve(Type type) {
        return switch (type) {
            case TypeVariable<?> variable -> {
                Type bound = bindings.get(variable);
                yield bound == null ? raw(variable.getBounds()[0]) : bound;
            }
            case WildcardType wildcard -> resolve(wildcard.getUpperBounds()[0]);
            case GenericArrayType array -> {
                Type element = resolve(array.getGenericComponentType());
                yield element instanceof Class<?> known ? known.arrayType() : new ArrayOf(element);
            }
            case ParameterizedType generic ->
                new Generic(
                        raw(generic),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(this::resolve)
                                .toList());
            default -> type;
        };
    }

    /** Returns the class of a type. */
    static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> raw -> raw;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            case GenericArrayType array -> raw(array.getGenericComponentType()).arrayType();
            case TypeVariable<?> variable -> raw(variable.getBounds()[0]);
            default -> Object.class;
        };
    }

    private record Generic(Class<?> rawType, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return rawType;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return rawType.getDeclaringClass();
        }

        @Override
        public String toString() {
            return rawType.getTypeName()
                    + arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
        }
    }

    private record ArrayOf(Type element) implements GenericArrayType {

        @Override
        public Type getGenericComponentType() {
            return element;
        }

        @Override
        public String toString() {
            return element.getTypeName() + "[]";
        }
    }
}
