package org.stowage.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.query.Places.SCHEMA;
import static org.stowage.spi.query.Places.and;
import static org.stowage.spi.query.Places.equal;
import static org.stowage.spi.query.Places.is;
import static org.stowage.spi.query.Places.not;
import static org.stowage.spi.query.Places.or;
import static org.stowage.spi.query.Places.parameter;
import static org.stowage.spi.query.Places.path;
import static org.stowage.spi.query.Places.row;
import static org.stowage.spi.query.Places.text;
import static org.stowage.spi.query.Places.truth;
import static org.stowage.spi.query.Places.whole;
import static org.stowage.spi.query.Truth.FALSE;
import static org.stowage.spi.query.Truth.TRUE;
import static org.stowage.spi.query.Truth.UNKNOWN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.query.Condition.Relation;
import org.stowage.spi.query.Expression.Operator;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class ConditionTest {

    private static final Row ROW = row(1, "b", 5L);
    private static final Condition T = equal(path("people"), whole(5));
    private static final Condition F = equal(path("people"), whole(6));
    private static final Condition U = equal(path("area"), path("area"));
    private static final Condition FAILS =
            equal(Expression.Arithmetic.of(Operator.DIVIDE, path("people"), whole(0)), whole(1));

    @Test
    void combinesThreeTruthValues() {
        List<Condition> parts = List.of(F, U, T);
        List<Truth> values = List.of(FALSE, UNKNOWN, TRUE);
        Truth[][] conjunction = {{FALSE, FALSE, FALSE}, {FALSE, UNKNOWN, UNKNOWN}, {FALSE, UNKNOWN, TRUE}};
        Truth[][] disjunction = {{FALSE, UNKNOWN, TRUE}, {UNKNOWN, UNKNOWN, TRUE}, {TRUE, TRUE, TRUE}};
        for (int i = 0; i < 3; i++) {
            assertThat(truth(parts.get(i), ROW)).isEqualTo(values.get(i));
            assertThat(truth(not(parts.get(i)), ROW)).isEqualTo(values.get(2 - i));
            for (int j = 0; j < 3; j++) {
                assertThat(truth(and(parts.get(i), parts.get(j)), ROW)).isEqualTo(conjunction[i][j]);
                assertThat(truth(or(parts.get(i), parts.get(j)), ROW)).isEqualTo(disjunction[i][j]);
                assertThat(truth(not(and(parts.get(i), parts.get(j))), ROW)).isEqualTo(conjunction[i][j].not());
            }
        }
        assertThat(truth(and(), ROW)).isEqualTo(TRUE);
        assertThat(truth(or(), ROW)).isEqualTo(FALSE);
    }

    @Test
    void evaluatesFromTheLeftAndNotBeyondThePartThatDecides() {
        assertThat(truth(and(F, FAILS), ROW)).isEqualTo(FALSE);
        assertThat(truth(or(T, FAILS), ROW)).isEqualTo(TRUE);
        assertFails(and(FAILS, F));
        assertFails(or(FAILS, T));
        assertFails(and(T, FAILS));
        assertFails(or(F, FAILS));
        assertFails(and(U, FAILS));
        assertFails(not(and(U, FAILS)));
        assertFails(and(FAILS, Condition.NEVER));
        assertFails(or(FAILS, Condition.ALWAYS));
    }

    @Test
    void askedOnlyForTrueDoesNotGoBeyondAPartThatIsNotTrue() {
        assertThat(matches(and(U, FAILS))).isFalse();
        assertThat(matches(and(T, or(U, T)))).isTrue();
        assertThatThrownBy(() -> matches(or(U, FAILS))).isInstanceOf(ArithmeticOverflowException.class);
        assertThat(matches(or(T, FAILS))).isTrue();
        assertThat(matches(not(U))).isFalse();
    }

    @Test
    void saysForWhichRowACalculationFails() {
        Evaluator.Filter filter = Evaluator.filter(SCHEMA, FAILS);
        assertThatThrownBy(() -> filter.matches(ROW, List.of()))
                .isInstanceOf(ArithmeticOverflowException.class)
                .hasMessageStartingWith("'place' with key '1': '5 / 0' is a division by zero")
                .satisfies(e -> assertThat(((StoreException) e).key()).contains(Key.of(1L)));
        assertThatThrownBy(() -> filter.test(ROW, List.of())).hasMessageContaining("key '1'");
    }

    @Test
    void comparesByEachRelation() {
        Relation[] relations = Relation.values();
        boolean[][] expected = {
            {false, true, true, true, false, false},
            {true, false, false, true, false, true},
            {false, true, false, false, true, true},
        };
        for (int i = 0; i < relations.length; i++) {
            for (int difference = -1; difference <= 1; difference++) {
                Condition condition = is(path("people"), relations[i], whole(5 - difference));
                assertThat(truth(condition, ROW))
                        .as(relations[i].symbol() + difference)
                        .isEqualTo(Truth.of(expected[difference + 1][i]));
            }
            assertThat(truth(is(path("area"), relations[i], path("area")), ROW)).isEqualTo(UNKNOWN);
            assertThat(truth(is(path("people"), relations[i], parameter(0, ValueType.INT64)), ROW, (Object) null))
                    .isEqualTo(UNKNOWN);
        }
    }

    @Test
    void comparesTextsByCodePointAndEnumerationsByDeclaration() {
        Condition less = is(text("\uFFFD"), Relation.LESS, text("\uD83D\uDE00"));
        assertThat(truth(less, ROW)).isEqualTo(TRUE);
        Condition atLeast = is(path("size"), Relation.GREATER_OR_EQUAL, new Expression.Literal("CITY", Places.SIZE));
        assertThat(truth(atLeast, sized("ANCIENT"))).isEqualTo(TRUE);
        assertThat(truth(atLeast, sized("TOWN"))).isEqualTo(FALSE);
    }

    @Test
    void comparesDecimalsByTheirMathematicalValue() {
        assertThat(truth(equal(path("price"), Places.decimal("1.500")), Places.withPrice("1.5")))
                .isEqualTo(TRUE);
        Condition below = is(path("price"), Relation.LESS, parameter(0, new ValueType.Decimal(2)));
        assertThat(truth(below, Places.withPrice("1.5"), new BigDecimal("1.5001")))
                .isEqualTo(TRUE);
    }

    @Test
    void followsPathsIntoStructures() {
        Row there = ROW.with(SCHEMA.position("address"), Row.of("main", 7L));
        assertThat(truth(equal(path("address.number"), whole(7)), there)).isEqualTo(TRUE);
        assertThat(truth(equal(path("address.number"), whole(7)), ROW)).isEqualTo(UNKNOWN);
        assertThat(truth(new Condition.IsNull(path("address.number")), ROW)).isEqualTo(TRUE);
        assertThat(truth(new Condition.IsNull(path("address")), there)).isEqualTo(FALSE);
    }

    @Test
    void betweenIncludesBothEndsAndIsAConjunction() {
        @Nullable Object[][] cases = {
            {5L, 5L, TRUE}, {4L, 6L, TRUE}, {6L, 9L, FALSE}, {1L, 4L, FALSE}, {6L, 4L, FALSE},
            {null, 9L, UNKNOWN}, {null, 4L, FALSE}, {1L, null, UNKNOWN}, {6L, null, FALSE}, {null, null, UNKNOWN},
        };
        Condition between =
                new Condition.Between(path("people"), parameter(0, ValueType.INT64), parameter(1, ValueType.INT64));
        for (@Nullable Object[] example : cases) {
            assertThat(truth(between, ROW, example[0], example[1]))
                    .as(Arrays.toString(example))
                    .isEqualTo(example[2]);
        }
        assertThat(truth(between, row(1, null, null), 1L, 2L)).isEqualTo(UNKNOWN);
    }

    @Test
    void findsAValueAmongOptions() {
        assertThat(truth(in(whole(4), whole(5)), ROW)).isEqualTo(TRUE);
        assertThat(truth(in(whole(4), whole(6)), ROW)).isEqualTo(FALSE);
        assertThat(truth(in(), ROW)).isEqualTo(FALSE);
        assertThat(truth(not(in()), row(1, null, null))).isEqualTo(TRUE);
        assertThat(truth(in(whole(4)), row(1, null, null))).isEqualTo(UNKNOWN);
        assertThat(truth(in(whole(4), parameter(0, ValueType.INT64)), ROW, (Object) null))
                .isEqualTo(UNKNOWN);
        assertThat(truth(in(parameter(0, ValueType.INT64), whole(5)), ROW, (Object) null))
                .isEqualTo(TRUE);
        assertThat(truth(in(path("id"), Expression.Arithmetic.of(Operator.ADD, path("id"), whole(4))), ROW))
                .isEqualTo(TRUE);
    }

    @Test
    void findsAValueInAListArgument() {
        Condition in = in(parameter(0, new ValueType.ListOf(ValueType.INT64)));
        Row noPeople = row(1, null, null);
        assertThat(truth(in, ROW, List.of(4L, 5L))).isEqualTo(TRUE);
        assertThat(truth(in, ROW, List.of(4L))).isEqualTo(FALSE);
        assertThat(truth(in, ROW, Arrays.asList(4L, null))).isEqualTo(UNKNOWN);
        assertThat(truth(in, ROW, Arrays.asList(5L, null))).isEqualTo(TRUE);
        assertThat(truth(in, ROW, (Object) null)).isEqualTo(UNKNOWN);
        assertThat(truth(in, ROW, List.of())).isEqualTo(FALSE);
        assertThat(truth(in, noPeople, List.of())).isEqualTo(FALSE);
        assertThat(truth(in, noPeople, List.of(4L))).isEqualTo(UNKNOWN);
        assertThat(truth(in, noPeople, (Object) null)).isEqualTo(UNKNOWN);
        List<Object> many = new ArrayList<>(
                IntStream.range(0, 10_000).mapToObj(i -> (Object) (long) i).toList());
        assertThat(truth(in, ROW, many)).isEqualTo(TRUE);
        many.set(5, null);
        assertThat(truth(in, ROW, many)).isEqualTo(UNKNOWN);
    }

    @Test
    void anArgumentIsCopiedWhenTheRequestIsMade() {
        Query query = Query.of(SCHEMA, in(parameter(0, new ValueType.ListOf(ValueType.INT64))), List.of());
        List<Object> list = new ArrayList<>(List.of(5L));
        ScanRequest request = ScanRequest.all(query, List.of(list));
        list.clear();
        assertThat(Evaluator.filter(SCHEMA, query).matches(ROW, request.arguments()))
                .isTrue();
    }

    @Test
    void looksForTextLiterally() {
        Row row = row(1, "100%_a\nb", null);
        assertThat(truth(contains(Condition.Place.START, "100%"), row)).isEqualTo(TRUE);
        assertThat(truth(contains(Condition.Place.START, "1%"), row)).isEqualTo(FALSE);
        assertThat(truth(contains(Condition.Place.END, "a\nb"), row)).isEqualTo(TRUE);
        assertThat(truth(contains(Condition.Place.ANYWHERE, "%_"), row)).isEqualTo(TRUE);
        assertThat(truth(contains(Condition.Place.ANYWHERE, "A"), row)).isEqualTo(FALSE);
        assertThat(truth(contains(Condition.Place.ANYWHERE, ""), row)).isEqualTo(TRUE);
        assertThat(truth(contains(Condition.Place.ANYWHERE, ""), row(1, null, null)))
                .isEqualTo(UNKNOWN);
    }

    private static Condition contains(Condition.Place place, String part) {
        return new Condition.Contains(place, path("name"), text(part));
    }

    private static Condition in(Expression... options) {
        return new Condition.In(path("people"), List.of(options));
    }

    private static Row sized(String size) {
        return ROW.with(SCHEMA.position("size"), size);
    }

    private static boolean matches(Condition condition) {
        return Evaluator.filter(SCHEMA, condition).matches(ROW, List.of());
    }

    private static void assertFails(Condition condition) {
        assertThatThrownBy(() -> truth(condition, ROW)).isInstanceOf(ArithmeticOverflowException.class);
    }

    @Test
    void searchesTheSameListForManyRowsAndForNull() {
        List<Object> many =
                IntStream.range(0, 20).mapToObj(i -> (Object) (long) i).toList();
        Query query = Query.of(SCHEMA, in(parameter(0, new ValueType.ListOf(ValueType.INT64))), List.of());
        ScanRequest request = ScanRequest.all(query, List.of(many));
        Evaluator.Filter filter = Evaluator.filter(SCHEMA, query);

        assertThat(filter.matches(ROW, request.arguments())).isTrue();
        assertThat(filter.matches(row(2, null, 20L), request.arguments())).isFalse();
        assertThat((List<?>) request.arguments().get(0)).isEqualTo(many);
        assertThat(((List<?>) request.arguments().get(0)).contains(null)).isFalse();
        assertThat(filter.matches(ROW, List.of(many))).isTrue();
    }

    @Test
    void aPatternOfTheRowIsRememberedOnlyWhileItStays() {
        Condition condition = new Condition.Like(text("ab"), path("name"), OptionalInt.empty());
        Query query = Query.of(SCHEMA, condition, List.of());
        Evaluator.Filter filter = Evaluator.filter(SCHEMA, query);

        assertThat(filter.test(row(1, "a%", null), List.of())).isEqualTo(TRUE);
        assertThat(filter.test(row(2, "a%", null), List.of())).isEqualTo(TRUE);
        assertThat(filter.test(row(3, "b%", null), List.of())).isEqualTo(FALSE);
        assertThat(filter.test(row(4, null, null), List.of())).isEqualTo(UNKNOWN);
        assertThat(truth(new Condition.Like(path("name"), path("name"), OptionalInt.empty()), row(1, null, null)))
                .isEqualTo(UNKNOWN);
    }
}
