package org.stowage.conformance.sequence;

import java.util.List;
import java.util.Map;
import org.stowage.spi.schema.EntitySchema;

/**
 * What is done to a new store.
 *
 * @param schema its only entity
 * @param options the options that the store is opened with
 * @param steps what is done, in order
 */
record Sequence(EntitySchema schema, Map<String, String> options, List<Step> steps) {

    Sequence {
        options = Map.copyOf(options);
        steps = List.copyOf(steps);
    }

    Sequence with(List<Step> other) {
        return new Sequence(schema, options, other);
    }

    Sequence with(EntitySchema other) {
        return new Sequence(other, options, steps);
    }

    Sequence with(Map<String, String> other) {
        return new Sequence(schema, other, steps);
    }
}
