package org.stowage.spi.query;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/**
 * The definition of what conditions, expressions and orders mean. Everything that answers a query either uses it or must
 * give the same answer.
 *
 * <p>What is evaluated, and so which calculation can fail for a row, is part of the meaning. A conjunction is evaluated from the left
 * and not beyond the first part that is false; a disjunction not beyond the first that is true. {@link Filter#matches}, which asks only
 * for true, does not go beyond the first part of a conjunction that is not true. An expression, a comparison and a match are evaluated
 * from the left and not beyond the first null; {@code between} as the conjunction that it stands for; {@code in} looks at literals
 * and lists first, then at the other options from the left up to the first that is equal. Which of the rows outside of the
 * wanted part of a result are looked at is open.
 */
public final class Evaluator {

    private Evaluator() {}

    /** What a condition is for rows of one shape. Immutable, for many threads. */
    @FunctionalInterface
    public interface Filter {
        /**
         * Returns what the condition is for a row.
         *
         * @throws org.stowage.spi.error.ArithmeticOverflowException if a calculation fails
         */
        Truth test(Row row, List<@Nullable Object> arguments);

        /** Returns whether the condition is true for a row. */
        default boolean matches(Row row, List<@Nullable Object> arguments) {
            return test(row, arguments) == Truth.TRUE;
        }
    }

    /** What an expression is for rows of one shape. Immutable, for many threads. */
    @FunctionalInterface
    public interface Calculation {
        /**
         * Returns the neutral value of the expression for a row, or null.
         *
         * @throws org.stowage.spi.error.ArithmeticOverflowException if a calculation fails
         */
        @Nullable Object value(Row row, List<@Nullable Object> arguments);
    }

    /** Returns what a condition, checked by {@link Query}, is for rows of an entity. */
    public static Filter filter(EntitySchema schema, Condition condition) {
        Filter filter = ConditionCompiler.compile(schema, condition);
        return Conditions.canFail(condition) ? RowFailure.locatedFilter(schema, filter) : filter;
    }

    /** Returns what the condition of a query is for rows of an entity. It is kept with the query. */
    public static Filter filter(EntitySchema schema, Query query) {
        return query.evaluation(schema).filter();
    }

    /** Returns what an expression, checked by {@link Query}, is for rows of an entity. */
    public static Calculation calculation(EntitySchema schema, Expression expression) {
        Calculation calculation = ExpressionCompiler.compile(schema, expression);
        return Conditions.canFail(expression) ? RowFailure.locatedCalculation(schema, calculation) : calculation;
    }

    /** Returns the order of rows that the sorts ask for. */
    public static Comparator<Row> order(EntitySchema schema, List<Sort> sorts) {
        return RowOrder.of(schema, sorts);
    }

    /** Returns the total order of a query's rows. It is kept with the query. */
    public static Comparator<Row> order(EntitySchema schema, Query query) {
        return query.evaluation(schema).order();
    }
}
