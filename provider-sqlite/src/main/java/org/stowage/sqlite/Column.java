package org.stowage.sqlite;

import org.stowage.spi.schema.PhysicalName;
import org.stowage.spi.value.Field;

/**
 * A column of an entity's table.
 *
 * @param field the field that it holds
 * @param name its physical name
 * @param codec how values get in and out
 */
record Column(Field field, String name, ColumnCodec codec) {

    static Column of(Field field) {
        return new Column(field, PhysicalName.field(field.name()), ColumnCodec.of(field.type()));
    }
}
