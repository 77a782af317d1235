package org.stowage.spi.query;

import java.util.Comparator;
import java.util.List;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
final class RowOrder {
    private RowOrder() {}

    static Comparator<Row> of(EntitySchema schema, List<Sort> sorts) { throw new UnsupportedOperationException(); }
}
