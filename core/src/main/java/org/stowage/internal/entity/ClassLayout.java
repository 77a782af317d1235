package org.stowage.internal.entity;

import jakarta.data.exceptions.MappingException;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.Field;

/**
 * The attributes of a class and the way to its objects, by method handles that are made once.
 *
 * @param type the class
 * @param members its attributes
 * @param records makes objects if the class is a record, else null
 * @param constructor makes empty objects, of type {@code ()Object}, if the class is no record, else null
 */
public record ClassLayout(
        Class<?> type,
        List<Member> members,
        @Nullable RecordFactory records,
        @Nullable MethodHandle constructor) {

    List<Field> fields() {
        return members.stream().flatMap(member -> member.fields().stream()).toList();
    }

    /** Returns its attributes, each followed by those embedded in it. */
    List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        addTo(attributes, List.of());
        return attributes;
    }

    private void addTo(List<Attribute> attributes, List<String> outer) {
        for (Member member : members) {
            List<String> names = new ArrayList<>(outer);
            names.add(member.name());
            ValueCodec codec = member.codec();
            attributes.add(new Attribute(new Expression.Path(names, codec.type()), member.genericType(), codec));
            if (codec.embedded() != null) {
                codec.embedded().addTo(attributes, names);
            }
        }
    }

    /** Returns whether nobody can change its objects: records of values that nobody can change. */
    boolean immutable() {
        return records != null && members.stream().map(Member::codec).allMatch(ValueCodec::immutable);
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
        if (records != null) {
            return records.create(values);
        }
        try {
            Object instance = (Object) Objects.requireNonNull(constructor).invokeExact();
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
                    "no " + type.getName() + " can be made of a stored row (" + failure.getMessage() + ")", failure);
        }
    }
}
