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

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stowage.spi.query.Expression.Operator;
import org.stowage.spi.value.ValueType;

class PushDownTest {

    private static final Condition FIRST = equal(path("people"), whole(1));
    private static final Condition SECOND = equal(path("name"), parameter(0, ValueType.TEXT));
    private static final Condition FAILS =
            equal(Expression.Arithmetic.of(Operator.ADD, path("people"), whole(1)), whole(2));

    @Test
    void splitsAConjunctionHoweverItIsNested() {
        PushDown split = PushDown.split(and(like("a%"), and(FIRST, like("b%")), SECOND), PushDownTest::comparison);
        assertThat(split.pushed()).isEqualTo(and(FIRST, SECOND));
        assertThat(split.residual()).isEqualTo(and(like("a%"), like("b%")));
    }

    @Test
    void leavesNothingOrEverything() {
        assertThat(PushDown.split(FIRST, PushDownTest::comparison)).isEqualTo(new PushDown(FIRST, Condition.ALWAYS));
        assertThat(PushDown.split(or(FIRST, like("a")), PushDownTest::comparison))
                .isEqualTo(new PushDown(Condition.ALWAYS, or(FIRST, like("a"))));
        assertThat(PushDown.split(Condition.ALWAYS, PushDownTest::comparison))
                .isEqualTo(new PushDown(Condition.ALWAYS, Condition.ALWAYS));
    }

    @Test
    void pushesNothingFromBehindAPartThatCanFail() {
        PushDown split = PushDown.split(and(FIRST, FAILS, SECOND), part -> comparison(part) && !part.equals(FAILS));
        assertThat(split.pushed()).isEqualTo(FIRST);
        assertThat(split.residual()).isEqualTo(and(FAILS, SECOND));
    }

    @Test
    void knowsWhatCanFail() {
        assertThat(Conditions.canFail(and(FIRST, SECOND, like("a"), not(or(FIRST)))))
                .isFalse();
        assertThat(Conditions.canFail(not(or(FIRST, FAILS)))).isTrue();
        assertThat(Conditions.canFail(new Condition.Like(path("name"), path("name"), OptionalInt.empty())))
                .isTrue();
        Expression lower = Expression.Function.of(Expression.Name.LOWER, path("name"));
        assertThat(Conditions.canFail(equal(lower, text("a")))).isFalse();
        Expression left = Expression.Function.of(Expression.Name.LEFT, path("name"), path("people"));
        assertThat(Conditions.canFail(equal(left, text("a")))).isTrue();
    }

    @Test
    void findsFieldsAndParameters() {
        Condition condition = not(and(equal(path("address.number"), whole(1)), FAILS, SECOND));
        assertThat(Conditions.fieldsOf(condition)).containsExactlyInAnyOrder("address", "people", "name");
        assertThat(Conditions.parametersOf(condition)).containsExactly(new Expression.Parameter(0, ValueType.TEXT));
    }

    private static boolean comparison(Condition part) {
        return part instanceof Condition.Comparison;
    }
}
