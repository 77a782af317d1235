package org.stowage.conformance.sequence;

import java.util.List;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Field;

/** Shapes of entities that are made of others. */
final class Shapes {

    private Shapes() {}

    /** Returns a schema with other fields and indexes; a version that is not among the fields is none. */
    static EntitySchema of(EntitySchema schema, List<Field> fields, List<Index> indexes) {
        EntitySchema.Builder builder = EntitySchema.named(schema.name());
        fields.forEach(builder::field);
        schema.version()
                .filter(version ->
                        fields.stream().anyMatch(field -> field.name().equals(version)))
                .ifPresent(builder::version);
        indexes.forEach(builder::index);
        return builder.key(schema.key().toArray(String[]::new)).build();
    }

    /** Returns the schema with indexes that refuse no row. */
    static EntitySchema withoutUnique(EntitySchema schema) {
        return of(
                schema,
                schema.fields(),
                schema.indexes().stream()
                        .map(index -> new Index(index.fields(), false))
                        .toList());
    }
}
