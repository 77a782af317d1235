package org.stowage.internal.jdql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as it was written; not yet typed. */
public sealed interface Statement {

    /** Returns the text. */
    SourceText source();

    /** Returns the entity that it names, or null if it leaves that to the context. */
    @Nullable EntityName entity();

    /** Returns which rows it is about, or null if about all. */
    @Nullable Test where();

    /** The name of an entity, and where it stands. */
    record EntityName(String name, int at) {}

    /**
     * Finds or counts.
     *
     * @param selected what of each row; empty for the whole entity
     * @param count whether it is rows that are counted
     */
    record Select(
            SourceText source,
            List<Term> selected,
            boolean count,
            @Nullable EntityName entity,
            @Nullable Test where,
            List<Ordering> order)
            implements Statement {}

    /** One level of an order. */
    record Ordering(Term term, boolean descending) {}

    /** Changes rows. */
    record Update(
            SourceText source,
            EntityName entity,
            List<Assignment> assignments,
            @Nullable Test where) implements Statement {}

    /** Gives an attribute a value; null if it shall be null. */
    record Assignment(Term.Path target, @Nullable Term value) {}

    /** Removes rows. */
    record Delete(
            SourceText source, EntityName entity, @Nullable Test where) implements Statement {}
}
