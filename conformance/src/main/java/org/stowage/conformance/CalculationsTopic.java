package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.query.Condition.Relation.EQUAL;
import static org.stowage.spi.query.Condition.Relation.GREATER;
import static org.stowage.spi.query.Condition.Relation.LESS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Store;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Section 2: what is calculated with numbers that are not whole. Those that are stand beside the other conditions. */
abstract class CalculationsTopic extends Topic {

    private static final EntitySchema MEASURE = EntitySchema.named("measure")
            .required("id", ValueType.INT64)
            .required("length", ValueType.FLOAT64)
            .optional("amount", ValueType.DECIMAL)
            .key("id")
            .build();

    private static final Expression LENGTH = Expression.Path.of("length", ValueType.FLOAT64);
    private static final Expression AMOUNT = Expression.Path.of("amount", ValueType.DECIMAL);

    CalculationsTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Proves(Rule.DECIMAL_CALCULATION)
    void calculatesDecimalsByValue() {
        Expression half = new Expression.Literal(new BigDecimal("0.5"), ValueType.DECIMAL);
        Expression third = Expression.Arithmetic.of(Expression.Operator.DIVIDE, AMOUNT, decimal("3"));
        Expression doubled = Expression.Arithmetic.of(Expression.Operator.ADD, AMOUNT, AMOUNT);
        Store store = openWith(MEASURE);
        insert(
                store,
                MEASURE,
                Row.of(1L, 0.0, new BigDecimal("0.5")),
                Row.of(2L, 1.0, new BigDecimal("1")),
                Row.of(3L, 2.0, BigDecimal.ZERO));
        // 0.5 + 0.5 is 1.0, and 0.5 * 2 is 1.0, and both are 1.
        measures(store, compare(EQUAL, doubled, decimal("1")), 1);
        measures(
                store,
                compare(
                        EQUAL,
                        Expression.Arithmetic.of(Expression.Operator.MULTIPLY, AMOUNT, decimal("2")),
                        decimal("1")),
                1);
        measures(
                store,
                compare(EQUAL, Expression.Arithmetic.of(Expression.Operator.SUBTRACT, AMOUNT, half), decimal("0")),
                1);
        measures(store, compare(EQUAL, third, decimal("0.3333333333333333333333333333333333")), 2);
        measures(
                store,
                compare(EQUAL, Expression.Arithmetic.of(Expression.Operator.ADD, AMOUNT, number(1)), decimal("2")),
                2);
    }

    @Test
    @Proves(Rule.FINITE)
    void refusesFloatsThatAreNotFinite() {
        Store store = openWith(MEASURE);
        insert(store, MEASURE, Row.of(1L, 0.0, null), Row.of(2L, 1e308, null));
        Expression huge = Expression.Arithmetic.of(Expression.Operator.MULTIPLY, LENGTH, floating(10));
        Expression none = Expression.Arithmetic.of(Expression.Operator.DIVIDE, LENGTH, LENGTH);
        Expression lost = Expression.Arithmetic.of(Expression.Operator.SUBTRACT, huge, huge);
        for (Expression calculation : List.of(huge, none, lost)) {
            assertThatThrownBy(() ->
                            ask(store, MEASURE, Question.where("measure", compare(GREATER, calculation, floating(5)))))
                    .as("%s", calculation)
                    .isInstanceOf(ArithmeticOverflowException.class);
        }
    }

    @Test
    @Proves(Rule.NO_NEGATIVE_ZERO)
    void knowsOneZero() {
        Store store = openWith(MEASURE);
        insert(store, MEASURE, Row.of(1L, 0.0, null), Row.of(2L, -1.0, null), Row.of(3L, 1.0, null));
        Expression negative = new Expression.Negation(LENGTH);
        Expression product = Expression.Arithmetic.of(Expression.Operator.MULTIPLY, LENGTH, floating(-1));
        for (Expression calculation : List.of(negative, product)) {
            measures(store, compare(EQUAL, calculation, floating(0)), 1);
            measures(store, compare(LESS, calculation, floating(0)), 3);
            measures(store, compare(EQUAL, calculation, LENGTH), 1);
        }
    }

    private static void measures(Store store, Condition condition, long... ids) {
        List<@Nullable Object> found = new ArrayList<>();
        ask(store, MEASURE, Question.where("measure", condition)).forEach(row -> found.add(row.get(0)));
        assertThat(found)
                .as("ids of the rows for which %s holds", condition)
                .isEqualTo(Arrays.stream(ids).boxed().toList());
    }

    private static Expression decimal(String value) {
        return new Expression.Literal(new BigDecimal(value), ValueType.DECIMAL);
    }

    private static Expression floating(double value) {
        return new Expression.Literal(value, ValueType.FLOAT64);
    }

    private static Condition compare(Condition.Relation relation, Expression left, Expression right) {
        return new Condition.Comparison(relation, left, right);
    }

    private static Expression number(long value) {
        return new Expression.Literal(value, ValueType.INT64);
    }
}
