package org.stowage.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stowage.spi.query.Places.and;
import static org.stowage.spi.query.Places.equal;
import static org.stowage.spi.query.Places.like;
import static org.stowage.spi.query.Places.not;
import static org.stowage.spi.query.Places.or;
import static org.stowage.spi.query.Places.parameter;
import static org.stowage.spi.query.Places.path;
import static org.stowage.spi.query.Places.text;
import static org.stowage.spi.query.Places.whole;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stowage.spi.query.Condition.Relation;
import org.stowage.spi.value.ValueType;

class ConditionsTest {

    private static final Expression LEFT =
            Expression.Function.of(Expression.Name.LEFT, path("name"), parameter(0, ValueType.INT64));

    @Test
    void looksIntoEveryKindOfConditionAndExpression() {
        Expression sum = Expression.Arithmetic.of(Expression.Operator.ADD, path("people"), path("id"));
        Condition every = and(
                or(not(new Condition.IsNull(path("open"))), Condition.NEVER),
                new Condition.Between(new Expression.Negation(sum), whole(1), parameter(1, ValueType.INT64)),
                new Condition.In(path("price"), List.of(parameter(2, ValueType.DECIMAL))),
                new Condition.Contains(Condition.Place.END, LEFT, text("a")),
                new Condition.Like(path("address.street"), text("a"), OptionalInt.empty()),
                equal(path("size"), path("size")));

        assertThat(Conditions.fieldsOf(every))
                .containsExactlyInAnyOrder("open", "people", "id", "price", "name", "address", "size");
        assertThat(Conditions.parametersOf(every))
                .containsExactly(
                        new Expression.Parameter(1, ValueType.INT64),
                        new Expression.Parameter(2, ValueType.DECIMAL),
                        new Expression.Parameter(0, ValueType.INT64));
    }

    @Test
    void aMatchCanFailByTheTextThatIsMatched() {
        assertThat(Conditions.canFail(new Condition.Like(LEFT, text("a"), OptionalInt.empty())))
                .isTrue();
        assertThat(Conditions.canFail(
                        new Condition.Like(path("name"), parameter(0, ValueType.TEXT), OptionalInt.empty())))
                .isFalse();
    }

    @Test
    void joinsTwoWithoutNestingWhatIsAlwaysTrue() {
        assertThat(Condition.and(Condition.ALWAYS, like("a"))).isEqualTo(like("a"));
        assertThat(Condition.and(like("a"), Condition.ALWAYS)).isEqualTo(like("a"));
        assertThat(Condition.and(like("a"), like("b"))).isEqualTo(and(like("a"), like("b")));
    }

    @Test
    void aRelationHoldsForSomeSignsOfAComparison() {
        assertThat(signs(Relation.EQUAL)).containsExactly(false, true, false);
        assertThat(signs(Relation.NOT_EQUAL)).containsExactly(true, false, true);
        assertThat(signs(Relation.LESS)).containsExactly(true, false, false);
        assertThat(signs(Relation.LESS_OR_EQUAL)).containsExactly(true, true, false);
        assertThat(signs(Relation.GREATER)).containsExactly(false, false, true);
        assertThat(signs(Relation.GREATER_OR_EQUAL)).containsExactly(false, true, true);
    }

    private static List<Boolean> signs(Relation relation) {
        return List.of(relation.holds(-7), relation.holds(0), relation.holds(7));
    }
}
