package org.stowage.spi.query;

import java.util.List;
import java.util.Set;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.ValueType;
final class QueryCheck {
    private QueryCheck() {}

    static List<ValueType> check(EntitySchema schema, Condition condition, List<Sort> sorts, Set<String> fields) { throw new UnsupportedOperationException(); }
}
