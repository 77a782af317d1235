package org.stowage.spi.query;

import java.util.List;
import org.stowage.spi.value.ValueType;
final class TypeRules {
    private TypeRules() {}

    static ValueType promote(Expression.Operator operator, Expression left, Expression right) { throw new UnsupportedOperationException(); }
    static ValueType resultOf(Expression.Name name, List<Expression> arguments) { throw new UnsupportedOperationException(); }
}
