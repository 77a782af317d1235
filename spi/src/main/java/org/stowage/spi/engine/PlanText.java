package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.QueryText;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.ValueType;

/** What a plan does, for people: {@code index (category, price): category = 'x', order by price, id}. */
final class PlanText {

    private PlanText() {}

    static List<String> steps(BoundPath plan, ScanRequest request) {
        AccessPath path = plan.path();
        List<String> steps = new ArrayList<>();
        List<String> details = new ArrayList<>();
        path.used()
                .forEach(restriction ->
                        details.add(QueryText.describe(bound(restriction.condition(), request.arguments()))));
        if (path.match() != null) {
            details.add("order by " + QueryText.describe(request.query().sorts()));
        }
        String access = access(plan);
        steps.add(details.isEmpty() ? access : access + ": " + String.join(", ", details));
        if (path.filter() != null) {
            steps.add("test each row: " + QueryText.describe(bound(path.rest(), request.arguments())));
        }
        steps.add("at most " + plan.ranges().rows() + " of " + plan.table().size() + " rows");
        return steps;
    }

    private static String access(BoundPath plan) {
        int number = plan.path().number();
        if (number == 0) {
            return plan.path().used().isEmpty() ? "full scan" : "key";
        }
        Index index = plan.table().shape().index(number);
        return (index.unique() ? "unique index (" : "index (") + String.join(", ", index.fields()) + ")";
    }

    private static Condition bound(Condition condition, List<@Nullable Object> arguments) {
        return switch (condition) {
            case Condition.And and ->
                new Condition.And(
                        and.parts().stream().map(part -> bound(part, arguments)).toList());
            case Condition.Or or ->
                new Condition.Or(
                        or.parts().stream().map(part -> bound(part, arguments)).toList());
            case Condition.Not not -> new Condition.Not(bound(not.part(), arguments));
            case Condition.Comparison comparison ->
                new Condition.Comparison(
                        comparison.relation(),
                        bound(comparison.left(), arguments),
                        bound(comparison.right(), arguments));
            case Condition.Between between ->
                new Condition.Between(
                        bound(between.value(), arguments),
                        bound(between.low(), arguments),
                        bound(between.high(), arguments));
            case Condition.In in ->
                new Condition.In(
                        bound(in.value(), arguments),
                        in.options().stream()
                                .map(option -> bound(option, arguments))
                                .collect(Collectors.toList()));
            case Condition.Like like ->
                new Condition.Like(bound(like.value(), arguments), bound(like.pattern(), arguments), like.escape());
            case Condition.Contains contains ->
                new Condition.Contains(
                        contains.place(), bound(contains.value(), arguments), bound(contains.part(), arguments));
            case Condition.IsNull isNull -> isNull;
            case Condition.Constant constant -> constant;
        };
    }

    /** Returns a parameter's value where a single one stands; everything else as it is. */
    private static Expression bound(Expression expression, List<@Nullable Object> arguments) {
        if (expression instanceof Expression.Parameter parameter && !(parameter.type() instanceof ValueType.ListOf)) {
            Object value = arguments.get(parameter.index());
            return value == null ? parameter : new Expression.Literal(value, parameter.type());
        }
        return expression;
    }
}
