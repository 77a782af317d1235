package org.stowage.internal.entity;

import jakarta.data.exceptions.MappingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes records of one type by its constructor. For many threads. */
public final class RecordFactory {

    private final Class<?> type;
    private final MethodHandle constructor;

    private RecordFactory(Class<?> type, MethodHandle constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    /** Returns the factory of a record type, or empty if it is not accessible. */
    public static Optional<RecordFactory> of(Class<?> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(components);
            if (!constructor.trySetAccessible()) {
                return Optional.empty();
            }
            MethodHandle handle = MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asType(MethodType.genericMethodType(components.length))
                    .asSpreader(Object[].class, components.length);
            return Optional.of(new RecordFactory(type, handle));
        } catch (NoSuchMethodException | IllegalAccessException failure) {
            return Optional.empty();
        }
    }

    /** Returns a record of the values of its components. */
    public Object create(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new MappingException(
                    "a stored row is refused by " + type.getName() + " (" + failure.getMessage()
                            + "); change the class or the data so that they agree",
                    failure);
        }
    }
}
