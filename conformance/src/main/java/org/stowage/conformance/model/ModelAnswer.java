package org.stowage.conformance.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.question.Question;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/** The answer to a question: every row is looked at, those that match are put in order, and the wanted part is cut out. */
final class ModelAnswer {

    private ModelAnswer() {}

    static List<Row> of(EntitySchema schema, Collection<Row> rows, Question question) {
        ModelCondition condition = new ModelCondition(schema, question.arguments());
        List<Row> matching = new ArrayList<>();
        for (Row row : rows) {
            if (Boolean.TRUE.equals(condition.test(question.condition(), row))) {
                matching.add(row);
            }
        }
        matching.sort((left, right) -> compare(schema, question.sorts(), left, right));
        List<Row> wanted = new ArrayList<>();
        for (int i = 0; i < matching.size(); i++) {
            if (i >= question.offset() && wanted.size() < question.limit()) {
                wanted.add(matching.get(i));
            }
        }
        return wanted;
    }

    private static int compare(EntitySchema schema, List<Sort> sorts, Row left, Row right) {
        ModelExpression expressions = new ModelExpression(schema, List.of());
        for (Sort sort : sorts) {
            int order = compare(sort, expressions.value(sort.path(), left), expressions.value(sort.path(), right));
            if (order != 0) {
                return order;
            }
        }
        for (String key : schema.key()) {
            Expression.Path path =
                    Expression.Path.of(key, schema.field(key).orElseThrow().type());
            int order = compare(Sort.ascending(path), expressions.value(path, left), expressions.value(path, right));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Sort sort, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            int nullOrder = left == null && right == null ? 0 : left == null ? -1 : 1;
            return sort.nullsFirst() ? nullOrder : -nullOrder;
        }
        int order = sort.ignoreCase()
                ? ModelOrder.compare(
                        sort.path().type(), ModelExpression.foldCase((String) left), ModelExpression.foldCase((String)
                                right))
                : ModelOrder.compare(sort.path().type(), left, right);
        return sort.descending() ? -order : order;
    }
}
