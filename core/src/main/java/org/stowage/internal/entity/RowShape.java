package org.stowage.internal.entity;

import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.value.Row;

/** Where in a row the members of a class are. Immutable, for many threads. */
final class RowShape {

    private final ClassLayout layout;
    private final Member[] members;
    private final int[] positions;
    private final int[] zonePositions;
    private final int size;

    RowShape(ClassLayout layout, ToIntFunction<String> position, int size) {
        this.layout = layout;
        this.members = layout.members().toArray(Member[]::new);
        this.positions = new int[members.length];
        this.zonePositions = new int[members.length];
        this.size = size;
        for (int i = 0; i < members.length; i++) {
            positions[i] = position.applyAsInt(members[i].name());
            zonePositions[i] = members[i].zoned() ? position.applyAsInt(members[i].zoneField()) : -1;
        }
    }

    Row encode(Object instance) {
        return encode(instance, -1, null, -1, 0);
    }

    /** Returns the row of an object, but with another id and version, whose positions are −1 if they stay. */
    Row encode(Object instance, int idPosition, @Nullable Object id, int versionPosition, long version) {
        @Nullable Object[] values = new @Nullable Object[size];
        for (int i = 0; i < members.length; i++) {
            if (positions[i] == idPosition || positions[i] == versionPosition) {
                values[positions[i]] = positions[i] == idPosition ? id : (Object) version;
                continue;
            }
            Object value = layout.value(members[i], instance);
            if (value instanceof Optional<?> wrapped) {
                value = wrapped.orElse(null);
            }
            if (value != null) {
                values[positions[i]] = encoded(members[i], value);
                if (zonePositions[i] >= 0) {
                    values[zonePositions[i]] = members[i].codec().zoneOf(value, false);
                }
            }
            if (values[positions[i]] == null && !members[i].nullable()) {
                throw new InvalidValueException(
                        ErrorContext.none(),
                        "attribute '" + layout.type().getSimpleName() + "." + members[i].name()
                                + "' is null and must not be; give it a value");
            }
        }
        return Row.adopt(values);
    }

    Object decode(Row row) {
        @Nullable Object[] values = new @Nullable Object[members.length];
        for (int i = 0; i < members.length; i++) {
            Object stored = row.get(positions[i]);
            if (stored == null) {
                values[i] = members[i].optional() ? Optional.empty() : nullIn(members[i]);
            } else {
                Object value = zonePositions[i] >= 0
                        ? members[i].codec().inZone(stored, row.get(zonePositions[i]))
                        : decoded(members[i], stored);
                values[i] = members[i].optional() ? Optional.of(value) : value;
            }
        }
        return layout.create(values);
    }

    private @Nullable Object encoded(Member member, Object value) {
        try {
            return member.codec().encode().apply(value);
        } catch (InvalidValueException failure) {
            throw named(member, failure);
        }
    }

    private Object decoded(Member member, Object stored) {
        try {
            return member.codec().decode().apply(stored);
        } catch (InvalidValueException failure) {
            throw named(member, failure);
        }
    }

    private InvalidValueException named(Member member, InvalidValueException failure) {
        return new InvalidValueException(
                ErrorContext.none(),
                "attribute '" + layout.type().getSimpleName() + "." + member.name() + "': " + failure.getMessage(),
                failure);
    }

    private @Nullable Object nullIn(Member member) {
        if (member.rawType().isPrimitive()) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "null is stored for attribute '" + layout.type().getSimpleName() + "." + member.name()
                            + "', which is primitive; make it an object or fill in the data");
        }
        return null;
    }
}
