package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Questions about conditions, for providers that look into them. */
public final class Conditions {

    private Conditions() {}

    /** Returns the parts that must all hold, in order; a condition that is no conjunction is its only part. */
    public static List<Condition> conjuncts(Condition condition) {
        List<Condition> parts = new ArrayList<>();
        collectConjuncts(condition, parts);
        return List.copyOf(parts);
    }

    /** Returns the condition that holds if all parts hold, without needless nesting. */
    public static Condition allOf(List<Condition> parts) {
        return parts.size() == 1 ? parts.get(0) : ConditionSimplifier.simplify(new Condition.And(parts));
    }

    /**
     * Returns whether evaluating the condition may throw for some row: because it calculates, or because it matches a pattern that is
     * made of the row. A condition that cannot fail may be evaluated when and as often as a store likes.
     */
    public static boolean canFail(Condition condition) {
        return switch (condition) {
            case Condition.Constant constant -> false;
            case Condition.And and -> and.parts().stream().anyMatch(Conditions::canFail);
            case Condition.Or or -> or.parts().stream().anyMatch(Conditions::canFail);
            case Condition.Not not -> canFail(not.part());
            case Condition.Like like ->
                !(like.pattern() instanceof Expression.Literal || like.pattern() instanceof Expression.Parameter)
                        || canFail(like.value());
            case Condition.Comparison comparison -> expressions(comparison).anyMatch(Conditions::canFail);
            case Condition.Between between -> expressions(between).anyMatch(Conditions::canFail);
            case Condition.In in -> expressions(in).anyMatch(Conditions::canFail);
            case Condition.Contains contains -> expressions(contains).anyMatch(Conditions::canFail);
            case Condition.IsNull isNull -> canFail(isNull.value());
        };
    }

    /** Returns whether calculating the expression may throw for some row. */
    public static boolean canFail(Expression expression) {
        return switch (expression) {
            case Expression.Path path -> false;
            case Expression.Literal literal -> false;
            case Expression.Parameter parameter -> false;
            case Expression.Arithmetic arithmetic -> true;
            case Expression.Negation negation -> true;
            case Expression.Function function ->
                switch (function.name()) {
                    case LOWER, UPPER, FOLD_CASE, LENGTH ->
                        function.arguments().stream().anyMatch(Conditions::canFail);
                    case LEFT, RIGHT, CONCAT, ABS -> true;
                };
        };
    }

    /** Returns the names of the entity's fields that a condition looks at. A row that is to be tested needs them. */
    public static Set<String> fieldsOf(Condition condition) {
        Set<String> fields = new TreeSet<>();
        visit(condition, expression -> {
            if (expression instanceof Expression.Path path) {
                fields.add(path.field());
            }
        });
        return fields;
    }

    /** Returns the parameters of a condition in the order in which they first stand in it. */
    public static Set<Expression.Parameter> parametersOf(Condition condition) {
        Set<Expression.Parameter> parameters = new LinkedHashSet<>();
        visit(condition, expression -> {
            if (expression instanceof Expression.Parameter parameter) {
                parameters.add(parameter);
            }
        });
        return parameters;
    }

    private static void collectConjuncts(Condition condition, List<Condition> parts) {
        if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> collectConjuncts(part, parts));
        } else {
            parts.add(condition);
        }
    }

    private static void visit(Condition condition, Consumer<Expression> visitor) {
        parts(condition).forEach(part -> visit(part, visitor));
        visit(expressions(condition), visitor);
    }

    /** Returns the conditions that stand in a condition. */
    private static Stream<Condition> parts(Condition condition) {
        return switch (condition) {
            case Condition.And and -> and.parts().stream();
            case Condition.Or or -> or.parts().stream();
            case Condition.Not not -> Stream.of(not.part());
            case Condition.Constant constant -> Stream.empty();
            case Condition.Comparison comparison -> Stream.empty();
            case Condition.Between between -> Stream.empty();
            case Condition.In in -> Stream.empty();
            case Condition.Like like -> Stream.empty();
            case Condition.Contains contains -> Stream.empty();
            case Condition.IsNull isNull -> Stream.empty();
        };
    }

    private static void visit(Stream<Expression> expressions, Consumer<Expression> visitor) {
        expressions.forEach(expression -> {
            visitor.accept(expression);
            visit(
                    switch (expression) {
                        case Expression.Path path -> Stream.empty();
                        case Expression.Literal literal -> Stream.empty();
                        case Expression.Parameter parameter -> Stream.empty();
                        case Expression.Arithmetic arithmetic -> Stream.of(arithmetic.left(), arithmetic.right());
                        case Expression.Negation negation -> Stream.of(negation.operand());
                        case Expression.Function function -> function.arguments().stream();
                    },
                    visitor);
        });
    }

    /** Returns the expressions that stand in a condition itself, not in its parts. */
    private static Stream<Expression> expressions(Condition condition) {
        return switch (condition) {
            case Condition.Constant constant -> Stream.empty();
            case Condition.And and -> Stream.empty();
            case Condition.Or or -> Stream.empty();
            case Condition.Not not -> Stream.empty();
            case Condition.Comparison comparison -> Stream.of(comparison.left(), comparison.right());
            case Condition.Between between -> Stream.of(between.value(), between.low(), between.high());
            case Condition.In in -> Stream.concat(Stream.of(in.value()), in.options().stream());
            case Condition.Like like -> Stream.of(like.value(), like.pattern());
            case Condition.Contains contains -> Stream.of(contains.value(), contains.part());
            case Condition.IsNull isNull -> Stream.of(isNull.value());
        };
    }
}
