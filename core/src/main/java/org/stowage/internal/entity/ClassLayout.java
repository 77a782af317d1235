package org.stowage.internal.entity;

import jakarta.data.exceptions.MappingException;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Field;

/**
 * The attributes of a class and the way to its objects, by method handles that are made once.
 *
 * @param type the class
 * @param members its attributes
 * @param constructor of type {@code (Object[])Object} for a record, whose components it takes, else of type {@code ()Object}
 */
public record ClassLayout(Class<?> type, List<Member> members, MethodHandle constructor) {

    List<Field> fields() {
        return members.stream().flatMap(member -> member.fields().stream()).toList();
    }

    Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    @Nullable Object value(Member member, Object instance) {
        try {
            return member.getter().invokeExact(instance);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new MappingException(
                    "attribute '" + type.getSimpleName() + "." + member.name() + "' cannot be read", failure);
        }
    }

    /** Returns a new object with the values of the members, in their order. */
    Object create(@Nullable Object[] values) {
        try {
            if (type.isRecord()) {
                return (Object) constructor.invokeExact(values);
            }
            Object instance = (Object) constructor.invokeExact();
            for (int i = 0; i < values.length; i++) {
                MethodHandle setter = members.get(i).setter();
                if (setter != null) {
                    setter.invokeExact(instance, values[i]);
                }
            }
            return instance;
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
