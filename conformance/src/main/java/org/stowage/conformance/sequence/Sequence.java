package org.stowage.conformance.sequence;

import java.util.List;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Field;

/**
 * What is done to a new store.
 *
 * @param schema its only entity
 * @param steps what is done, in order
 */
record Sequence(EntitySchema schema, List<Step> steps) {

    Sequence {
        steps = List.copyOf(steps);
    }

    Sequence with(List<Step> other) {
        return new Sequence(schema, other);
    }

    /** Returns the sequence for people, a line for each step. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("entity " + schema.name() + "\n");
        for (Field field : schema.fields()) {
            text.append("    ")
                    .append(field.name())
                    .append(' ')
                    .append(field.type().describe())
                    .append(field.nullable() ? "?" : "")
                    .append(schema.key().contains(field.name()) ? " key" : "")
                    .append(schema.version().filter(field.name()::equals).isPresent() ? " version" : "")
                    .append('\n');
        }
        for (Index index : schema.indexes()) {
            text.append("    ")
                    .append(index.unique() ? "unique" : "index")
                    .append(index.fields())
                    .append('\n');
        }
        int number = 0;
        for (Step step : steps) {
            text.append(++number).append(". ").append(step).append('\n');
        }
        return text.toString();
    }
}
