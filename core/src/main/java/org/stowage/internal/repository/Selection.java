package org.stowage.internal.repository;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Sort;

/**
 * Which rows a method is about, and in which order unless a call says more.
 *
 * @param access the entity
 * @param condition which rows
 * @param arguments what a call gives for the condition's parameters
 * @param sorts the order that the method says
 */
record Selection(EntityAccess access, Condition condition, Arguments arguments, List<Sort> sorts) {

    /** Makes the arguments of a condition of those of a call. */
    @FunctionalInterface
    interface Arguments {
        List<@Nullable Object> of(@Nullable Object[] call);
    }
}
