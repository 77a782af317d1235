package org.stowage.internal.entity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the values of objects into rows, by one method handle that reads all members, for the reason that {@link FusedDecoder} gives. */
final class FusedEncoder {

    private static final int MOST_FUSED = 64;

    private static final MethodType TYPE = MethodType.methodType(void.class, Object.class, Object[].class);
    private static final MethodHandle WRITE = write();

    private final MemberPlace[] places;
    private final @Nullable MethodHandle fused;

    private FusedEncoder(MemberPlace[] places, @Nullable MethodHandle fused) {
        this.places = places;
        this.fused = fused;
    }

    static FusedEncoder of(List<MemberPlace> places) {
        return new FusedEncoder(places.toArray(MemberPlace[]::new), places.size() <= MOST_FUSED ? fused(places) : null);
    }

    private static MethodHandle fused(List<MemberPlace> places) {
        MethodHandle fused = MethodHandles.empty(TYPE);
        for (MemberPlace place : places) {
            fused = MethodHandles.foldArguments(fused, WRITE.bindTo(place));
        }
        return fused;
    }

    private static MethodHandle write() {
        try {
            return MethodHandles.lookup().findVirtual(MemberPlace.class, "write", TYPE);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a method of this class is not found by its name", impossible);
        }
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
