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

    private static final MethodHandle REFUSED = refused();

    private final MethodHandle constructor;
    private final MethodHandle spreading;

    private RecordFactory(MethodHandle constructor) {
        this.constructor = constructor;
        this.spreading =
                constructor.asSpreader(Object[].class, constructor.type().parameterCount());
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
                    .asType(MethodType.genericMethodType(components.length));
            return Optional.of(
                    new RecordFactory(MethodHandles.catchException(handle, Throwable.class, REFUSED.bindTo(type))));
        } catch (NoSuchMethodException | IllegalAccessException failure) {
            return Optional.empty();
        }
    }

    private static MethodHandle refused() {
        try {
            return MethodHandles.lookup()
                    .findStatic(
                            RecordFactory.class,
                            "refused",
                            MethodType.methodType(Object.class, Class.class, Throwable.class));
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a method of this class is not found by its name", impossible);
        }
    }

    @SuppressWarnings("UnusedMethod") // Found by its name above.
    private static Object refused(Class<?> type, Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw new MappingException(
                "a stored row is refused by " + type.getName() + " (" + failure.getMessage()
                        + "); change the class or the data so that they agree",
                failure);
    }

    /** Returns what makes a record of the values of its components: it takes and returns objects, and throws nothing that is checked. */
    MethodHandle constructor() {
        return constructor;
    }

    /** Returns a record of the values of its components. */
    public Object create(@Nullable Object[] values) {
        try {
            return (Object) spreading.invokeExact(values);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable undeclared) {
            throw new AssertionError("only the constructor could throw this, and it is guarded", undeclared);
        }
    }
}
