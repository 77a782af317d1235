package org.stowage.spi.query;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/** The order of rows, level after level. */
final class RowOrder {

    private RowOrder() {}

    static Comparator<Row> of(EntitySchema schema, List<Sort> sorts) {
        List<Comparator<Row>> levels =
                sorts.stream().map(sort -> level(schema, sort)).toList();
        return levels.size() == 1 ? levels.get(0) : (first, second) -> compare(levels, first, second);
    }

    private static int compare(List<Comparator<Row>> levels, Row first, Row second) {
        for (int i = 0; i < levels.size(); i++) {
            int comparison = levels.get(i).compare(first, second);
            if (comparison != 0) {
                return comparison;
            }
        }
        return 0;
    }

    private static Comparator<Row> level(EntitySchema schema, Sort sort) {
        Evaluator.Calculation value = ExpressionCompiler.compile(schema, value(sort));
        Comparator<Object> ascending = sort.path().type().order();
        Comparator<Object> order = sort.descending() ? ascending.reversed() : ascending;
        int nullIsFirst = sort.nullsFirst() ? -1 : 1;
        int position = schema.position(sort.path().field());
        if (sort.path().simple() && !sort.ignoreCase()) {
            return (first, second) -> compare(first.get(position), second.get(position), order, nullIsFirst);
        }
        return (first, second) ->
                compare(value.value(first, List.of()), value.value(second, List.of()), order, nullIsFirst);
    }

    private static int compare(
            @Nullable Object first, @Nullable Object second, Comparator<Object> order, int nullIsFirst) {
        if (first == null) {
            return second == null ? 0 : nullIsFirst;
        }
        return second == null ? -nullIsFirst : order.compare(first, second);
    }

    /** Returns what a level compares. */
    static Expression value(Sort sort) {
        return sort.ignoreCase() ? Expression.Function.of(Expression.Name.FOLD_CASE, sort.path()) : sort.path();
    }
}
