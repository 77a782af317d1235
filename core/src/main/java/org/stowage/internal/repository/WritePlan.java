package org.stowage.internal.repository;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts, updates or saves the entities that a call gives, and hands them back as they are stored. */
final class WritePlan implements Plan {

    /** What is done with the entities. */
    @FunctionalInterface
    interface Write {
        /** Returns the entities as they are stored. */
        List<Object> write(List<Object> entities);
    }

    private final Write write;
    private final EntityForm given;
    private final @Nullable EntityForm handedBack;
    private final Class<?> returned;

    WritePlan(Write write, EntityForm given, Class<?> returned) {
        this.write = write;
        this.given = given;
        this.returned = returned;
        this.handedBack = CountForm.supports(returned) ? null : EntityForm.of(returned);
    }

    @Override
    public @Nullable Object run(@Nullable Object[] call) {
        List<Object> stored = write.write(given.entities(call[0]));
        return handedBack == null ? CountForm.of(returned, stored.size()) : handedBack.result(stored, returned);
    }
}
