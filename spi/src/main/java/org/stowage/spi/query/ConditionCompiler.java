package org.stowage.spi.query;

import org.stowage.spi.schema.EntitySchema;
final class ConditionCompiler {
    private ConditionCompiler() {}

    static Evaluator.Filter compile(EntitySchema schema, Condition condition) { throw new UnsupportedOperationException(); }
}
