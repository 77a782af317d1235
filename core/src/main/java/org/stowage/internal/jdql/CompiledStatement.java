package org.stowage.internal.jdql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;

/** A statement that fits its entity. Immutable, for many threads. */
public sealed interface CompiledStatement {

    /** Returns the entity that it is about. */
    EntitySchema schema();

    /** Returns which rows it is about. */
    Condition condition();

    /** Returns the arguments of the condition. */
    Slots slots();

    /**
     * Finds rows.
     *
     * @param selected what of each row; empty for the whole of it
     */
    record Find(EntitySchema schema, Condition condition, Slots slots, List<Sort> sorts, List<Expression.Path> selected)
            implements CompiledStatement {}

    /** Counts rows. */
    record Count(EntitySchema schema, Condition condition, Slots slots) implements CompiledStatement {}

    /** Changes rows. */
    record Update(EntitySchema schema, Condition condition, Slots slots, List<Assignment> assignments)
            implements CompiledStatement {}

    /** Removes rows. */
    record Delete(EntitySchema schema, Condition condition, Slots slots) implements CompiledStatement {}

    /**
     * Gives an attribute a value.
     *
     * @param target the attribute
     * @param value what it shall be, from the row as it was, or null if it shall be null
     * @param slots the arguments of the value
     */
    record Assignment(Expression.Path target, Evaluator.@Nullable Calculation value, Slots slots) {}
}
