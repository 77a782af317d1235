package org.stowage.spi.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Field;

final class SchemaCheck {
    private SchemaCheck() {}

    static void check(
            String name, List<Field> fields, List<String> key, @Nullable String version, List<Index> indexes) {}
}
