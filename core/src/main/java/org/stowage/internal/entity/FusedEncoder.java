package org.stowage.internal.entity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the values of objects into rows, by one method handle that reads all members, for the reason that {@link FusedDecoder} gives. */
final class FusedEncoder {

    private final MemberPlace[] places;
    private final @Nullable MethodHandle fused;

    private FusedEncoder(MemberPlace[] places, @Nullable MethodHandle fused) {
        this.places = places;
        this.fused = fused;
    }

    static FusedEncoder of(List<MemberPlace> places) {
        return new FusedEncoder(
                places.toArray(MemberPlace[]::new), places.size() <= MemberPlace.MOST_FUSED ? fused(places) : null);
    }

    private static MethodHandle fused(List<MemberPlace> places) {
        MethodHandle fused = MethodHandles.empty(MemberPlace.WRITING);
        for (MemberPlace place : places) {
            fused = MethodHandles.foldArguments(fused, place.writer());
        }
        return fused;
    }

    /** Puts what an object has into the values of a row. */
    void encode(Object instance, @Nullable Object[] values) {
        if (fused == null) {
            for (MemberPlace place : places) {
                place.write(instance, values);
            }
            return;
        }
        try {
            fused.invokeExact(instance, values);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable undeclared) {
            throw new AssertionError("members wrap what they throw", undeclared);
        }
    }
}
