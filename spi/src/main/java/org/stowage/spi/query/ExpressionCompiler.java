package org.stowage.spi.query;

import org.stowage.spi.schema.EntitySchema;
final class ExpressionCompiler {
    private ExpressionCompiler() {}

    static Evaluator.Calculation compile(EntitySchema schema, Expression expression) { throw new UnsupportedOperationException(); }
}
