package org.stowage.sqlite;

import java.util.Set;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;

/** The fields that a condition reads. */
final class ReadFields {

    private ReadFields() {}

    /** Adds the names of the fields that a condition reads to a set. */
    static void of(Condition condition, Set<String> fields) {
        switch (condition) {
            case Condition.Constant constant -> {}
            case Condition.And and -> and.parts().forEach(part -> of(part, fields));
            case Condition.Or or -> or.parts().forEach(part -> of(part, fields));
            case Condition.Not not -> of(not.part(), fields);
            case Condition.Comparison comparison -> {
                of(comparison.left(), fields);
                of(comparison.right(), fields);
            }
            case Condition.Between between -> {
                of(between.value(), fields);
                of(between.low(), fields);
                of(between.high(), fields);
            }
            case Condition.In in -> {
                of(in.value(), fields);
                in.options().forEach(option -> of(option, fields));
            }
            case Condition.Like like -> {
                of(like.value(), fields);
                of(like.pattern(), fields);
            }
            case Condition.Contains contains -> {
                of(contains.value(), fields);
                of(contains.part(), fields);
            }
            case Condition.IsNull isNull -> of(isNull.value(), fields);
        }
    }

    private static void of(Expression expression, Set<String> fields) {
        switch (expression) {
            case Expression.Path path -> fields.add(path.field());
            case Expression.Literal literal -> {}
            case Expression.Parameter parameter -> {}
            case Expression.Arithmetic arithmetic -> {
                of(arithmetic.left(), fields);
                of(arithmetic.right(), fields);
            }
            case Expression.Negation negation -> of(negation.operand(), fields);
            case Expression.Function function -> function.arguments().forEach(argument -> of(argument, fields));
        }
    }
}
