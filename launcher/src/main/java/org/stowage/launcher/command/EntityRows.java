package org.stowage.launcher.command;

import java.util.List;
import org.stowage.query.Column;
import org.stowage.spi.schema.EntitySchema;

/** Whole rows of an entity as columns. */
final class EntityRows {

    private EntityRows() {}

    static List<Column> columns(EntitySchema schema) {
        return schema.fields().stream()
                .map(field -> new Column(field.name(), field.type()))
                .toList();
    }
}
