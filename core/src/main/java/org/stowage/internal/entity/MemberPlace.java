package org.stowage.internal.entity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.value.Row;

/**
 * Where in a row a member is.
 *
 * @param layout the class that has the member
 * @param position of its value
 * @param zonePosition of its time zone, or −1 if it has none
 */
record MemberPlace(ClassLayout layout, Member member, int position, int zonePosition) {

    /** How many of them one method handle is made of at most: far fewer than it can take, and more than are compiled as one piece. */
    static final int MOST_FUSED = 64;

    /** The type of {@link #reader}. */
    static final MethodType READING = MethodType.methodType(Object.class, Row.class);

    /** The type of {@link #writer}. */
    static final MethodType WRITING = MethodType.methodType(void.class, Object.class, Object[].class);

    private static final MethodHandle READ = handle("read", READING);
    private static final MethodHandle WRITE = handle("write", WRITING);

    private static MethodHandle handle(String name, MethodType type) {
        try {
            return MethodHandles.lookup().findVirtual(MemberPlace.class, name, type);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("method '" + name + "' of this class is not found", impossible);
        }
    }

    /** Returns {@link #read} of this place. */
    MethodHandle reader() {
        return READ.bindTo(this);
    }

    /** Returns {@link #write} of this place. */
    MethodHandle writer() {
        return WRITE.bindTo(this);
    }

    /** Returns the value that a row has for the member. */
    @Nullable Object read(Row row) {
        Object stored = row.get(position);
        if (stored == null) {
            return absent();
        }
        Object value = zonePosition >= 0 ? member.codec().inZone(stored, row.get(zonePosition)) : decoded(stored);
        return member.optional() ? Optional.of(value) : value;
    }

    /** Puts the value that an object has for the member into the values of a row. */
    void write(Object instance, @Nullable Object[] values) {
        Object value = layout.value(member, instance);
        if (member.optional() && value != null) {
            value = ((Optional<?>) value).orElse(null);
        }
        if (value != null) {
            values[position] = encoded(value);
            if (zonePosition >= 0) {
                values[zonePosition] = member.codec().zoneOf(value, false);
            }
        }
    }

    /** Checks that the values of a row have one for the member, if there must be one. */
    void requireValue(@Nullable Object[] values) {
        if (values[position] == null && !member.nullable()) {
            throw new InvalidValueException(
                    ErrorContext.none(), "attribute '" + name() + "' is null and must not be; give it a value");
        }
    }

    private @Nullable Object absent() {
        if (member.rawType().isPrimitive()) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "null is stored for attribute '" + name()
                            + "', which is primitive; make it an object or fill in the data");
        }
        return member.optional() ? Optional.empty() : null;
    }

    private @Nullable Object encoded(Object value) {
        try {
            return member.codec().encode().apply(value);
        } catch (InvalidValueException failure) {
            throw named(failure);
        }
    }

    private Object decoded(Object stored) {
        try {
            return member.codec().decode().apply(stored);
        } catch (InvalidValueException failure) {
            throw named(failure);
        }
    }

    private InvalidValueException named(InvalidValueException failure) {
        return new InvalidValueException(
                ErrorContext.none(), "attribute '" + name() + "': " + failure.getMessage(), failure);
    }

    private String name() {
        return layout.type().getSimpleName() + "." + member.name();
    }
}
