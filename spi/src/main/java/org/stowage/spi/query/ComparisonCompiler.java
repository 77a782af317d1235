package org.stowage.spi.query;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Turns comparisons into closures. Equality needs no order: equal neutral values are equal objects. */
final class ComparisonCompiler {

    private ComparisonCompiler() {}

    static Evaluator.Filter comparison(EntitySchema schema, Condition.Comparison comparison) {
        Evaluator.Calculation left = ExpressionCompiler.compile(schema, comparison.left());
        Evaluator.Calculation right = ExpressionCompiler.compile(schema, comparison.right());
        Condition.Relation relation = comparison.relation();
        Comparator<Object> order = comparison.left().type().order();
        boolean equality = relation == Condition.Relation.EQUAL || relation == Condition.Relation.NOT_EQUAL;
        boolean wanted = relation == Condition.Relation.EQUAL;
        return (Row row, List<@Nullable Object> arguments) -> {
            Object a = left.value(row, arguments);
            Object b = a == null ? null : right.value(row, arguments);
            if (a == null || b == null) {
                return Truth.UNKNOWN;
            }
            return Truth.of(equality ? a.equals(b) == wanted : relation.holds(order.compare(a, b)));
        };
    }

    static Evaluator.Filter between(EntitySchema schema, Condition.Between between) {
        Evaluator.Calculation value = ExpressionCompiler.compile(schema, between.value());
        Evaluator.Calculation low = ExpressionCompiler.compile(schema, between.low());
        Evaluator.Calculation high = ExpressionCompiler.compile(schema, between.high());
        ValueType type = between.value().type();
        Comparator<Object> order = type.order();
        return (Row row, List<@Nullable Object> arguments) -> {
            Object middle = value.value(row, arguments);
            if (middle == null) {
                return Truth.UNKNOWN;
            }
            Object least = low.value(row, arguments);
            Truth above = least == null ? Truth.UNKNOWN : Truth.of(order.compare(middle, least) >= 0);
            if (above == Truth.FALSE) {
                return above;
            }
            Object greatest = high.value(row, arguments);
            return above.and(greatest == null ? Truth.UNKNOWN : Truth.of(order.compare(middle, greatest) <= 0));
        };
    }
}
