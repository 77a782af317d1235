package org.stowage.internal.entity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/**
 * Makes objects of rows. For a record it is one method handle made of its constructor and the reading of each component: all of
 * them are constants to the compiler, which so makes one piece of code of it, as of a method that was written for this record.
 */
final class FusedDecoder {

    private final ClassLayout layout;
    private final MemberPlace[] places;
    private final @Nullable MethodHandle fused;

    private FusedDecoder(ClassLayout layout, MemberPlace[] places, @Nullable MethodHandle fused) {
        this.layout = layout;
        this.places = places;
        this.fused = fused;
    }

    static FusedDecoder of(ClassLayout layout, List<MemberPlace> places) {
        RecordFactory records = layout.records();
        return new FusedDecoder(
                layout,
                places.toArray(MemberPlace[]::new),
                records != null && fusible(records.constructor(), places)
                        ? fused(records.constructor(), places)
                        : null);
    }

    private static boolean fusible(MethodHandle constructor, List<MemberPlace> places) {
        // A record of which something is wrong lacks members until that has been told.
        return !places.isEmpty()
                && places.size() <= MemberPlace.MOST_FUSED
                && places.size() == constructor.type().parameterCount();
    }

    private static MethodHandle fused(MethodHandle constructor, List<MemberPlace> places) {
        MethodHandle[] readers = places.stream().map(MemberPlace::reader).toArray(MethodHandle[]::new);
        return MethodHandles.permuteArguments(
                MethodHandles.filterArguments(constructor, 0, readers), MemberPlace.READING, new int[readers.length]);
    }

    /** Returns the object that a row is. */
    Object decode(Row row) {
        if (fused != null) {
            return fused(fused, row);
        }
        @Nullable Object[] values = new @Nullable Object[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = places[i].read(row);
        }
        return layout.create(values);
    }

    private static Object fused(MethodHandle fused, Row row) {
        try {
            return (Object) fused.invokeExact(row);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable undeclared) {
            throw new AssertionError("only the constructor could throw this, and it is guarded", undeclared);
        }
    }
}
