package org.stowage.spi.schema;

import org.jspecify.annotations.Nullable;
final class SchemaEvolution {
    private SchemaEvolution() {}

    static @Nullable EntitySchema apply(SchemaChange change, @Nullable EntitySchema before) { throw new UnsupportedOperationException(); }
}
