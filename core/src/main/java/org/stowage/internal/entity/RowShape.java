package org.stowage.internal.entity;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/** Where in a row the members of a class are. Immutable, for many threads. */
final class RowShape {

    private final List<MemberPlace> places;
    private final int size;
    private final FusedDecoder decoder;
    private final FusedEncoder encoder;

    RowShape(ClassLayout layout, ToIntFunction<String> position, int size) {
        this.places = layout.members().stream()
                .map(member -> new MemberPlace(
                        layout,
                        member,
                        position.applyAsInt(member.name()),
                        member.zoned() ? position.applyAsInt(member.zoneField()) : -1))
                .toList();
        this.size = size;
        this.decoder = FusedDecoder.of(layout, places);
        this.encoder = FusedEncoder.of(places);
    }

    Row encode(Object instance) {
        return encode(instance, -1, null, -1, 0);
    }

    /** Returns the row of an object, but with another id and version, whose positions are −1 if they stay. */
    Row encode(Object instance, int idPosition, @Nullable Object id, int versionPosition, long version) {
        @Nullable Object[] values = new @Nullable Object[size];
        encoder.encode(instance, values);
        if (idPosition >= 0) {
            values[idPosition] = id;
        }
        if (versionPosition >= 0) {
            values[versionPosition] = version;
        }
        for (MemberPlace place : places) {
            place.requireValue(values);
        }
        return Row.adopt(values);
    }

    Object decode(Row row) {
        return decoder.decode(row);
    }
}
