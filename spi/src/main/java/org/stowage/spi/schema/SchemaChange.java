package org.stowage.spi.schema;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Field;

/**
 * One step from one stored shape to the next. {@link #applyTo} defines what each step means for the schema; a store makes the
 * rows follow.
 */
public sealed interface SchemaChange {

    /** Returns the logical name of the entity that changes, as it is named before the change. */
    String entity();

    /**
     * A new entity without rows.
     *
     * @param schema its shape
     */
    record CreateEntity(EntitySchema schema) implements SchemaChange {
        @Override
        public String entity() {
            return schema.name();
        }
    }

    /**
     * The end of an entity and all its rows.
     *
     * @param entity its name
     */
    record DropEntity(String entity) implements SchemaChange {}

    /**
     * Another name for an entity; its rows stay.
     *
     * @param entity the name until now
     * @param to the name from now on
     */
    record RenameEntity(String entity, String to) implements SchemaChange {}

    /**
     * A new field at the end.
     *
     * @param entity the entity's name
     * @param field the new field
     * @param value what rows that exist hold in it: a neutral value of the field's type, or null if the field may be null
     */
    record AddField(String entity, Field field, @Nullable Object value) implements SchemaChange {}

    /**
     * The end of a field and its values. Key and version fields, and fields of an index, cannot be dropped.
     *
     * @param entity the entity's name
     * @param field the field's name
     */
    record DropField(String entity, String field) implements SchemaChange {}

    /**
     * Another name for a field, also in key, version and indexes; its values stay.
     *
     * @param entity the entity's name
     * @param field the name until now
     * @param to the name from now on
     */
    record RenameField(String entity, String field, String to) implements SchemaChange {}

    /**
     * A wider type for a field under the same name: null allowed, more names in an enumeration (order may change), any scale
     * instead of a declared one, a larger scale. Every value that was allowed must stay allowed.
     *
     * @param entity the entity's name
     * @param field the field as it shall be
     */
    record WidenField(String entity, Field field) implements SchemaChange {}

    /**
     * A new index over the rows that exist. A unique one fails with {@code UniqueViolatedException} if two rows clash.
     *
     * @param entity the entity's name
     * @param index the index
     */
    record CreateIndex(String entity, Index index) implements SchemaChange {}

    /**
     * The end of an index.
     *
     * @param entity the entity's name
     * @param index the index
     */
    record DropIndex(String entity, Index index) implements SchemaChange {}

    /**
     * Returns the schema after this change.
     *
     * @param before the schema of {@link #entity()}, or null if the store has no such entity
     * @return the schema after it, or null if the entity is no longer there
     * @throws org.stowage.spi.error.SchemaMismatchException if the change does not fit the schema: created twice, dropped or renamed
     *     though missing, a field that the key needs, a type that is not wider
     */
    default @Nullable EntitySchema applyTo(@Nullable EntitySchema before) {
        return SchemaEvolution.apply(this, before);
    }
}
