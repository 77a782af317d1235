package org.stowage.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.query.Places.SCHEMA;
import static org.stowage.spi.query.Places.and;
import static org.stowage.spi.query.Places.equal;
import static org.stowage.spi.query.Places.like;
import static org.stowage.spi.query.Places.not;
import static org.stowage.spi.query.Places.or;
import static org.stowage.spi.query.Places.parameter;
import static org.stowage.spi.query.Places.path;
import static org.stowage.spi.query.Places.text;
import static org.stowage.spi.query.Places.whole;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.query.Expression.Name;
import org.stowage.spi.query.Expression.Path;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class QueryTest {

    private static final Condition SOME = equal(path("people"), whole(1));

    @Test
    void namesTheNearestField() {
        assertMismatch(() -> query(equal(Path.of("poeple", ValueType.INT64), whole(1))))
                .hasMessage("entity 'place' has no field 'poeple'; did you mean 'people'?")
                .satisfies(e -> assertThat(((StoreException) e).entity()).contains("place"));
        assertMismatch(() -> query(equal(new Path(List.of("address", "nmber"), ValueType.INT64), whole(1))))
                .hasMessage("'address' of entity 'place' has no field 'nmber'; did you mean 'number'?");
        assertMismatch(() -> query(equal(new Path(List.of("name", "first"), ValueType.TEXT), text("a"))))
                .hasMessageContaining("'name' is text and has no field 'first' within");
        assertMismatch(() -> Query.of(SCHEMA, SOME, List.of(), Set.of("nmae")))
                .hasMessageContaining("did you mean 'name'?");
        assertMismatch(() -> Query.of(SCHEMA, SOME, List.of(Sort.ascending(Path.of("x", ValueType.INT64)))))
                .hasMessageContaining("no field 'x'");
    }

    @Test
    void comparesOnlyValuesOfOneType() {
        assertMismatch(() -> query(equal(path("people"), text("1"))))
                .hasMessage("'people' is int64 and ''1'' is text; only values of one type are compared");
        assertMismatch(() -> query(equal(path("people"), Places.real(1))));
        assertMismatch(() -> query(equal(path("price"), whole(1))));
        assertMismatch(() -> query(new Condition.Between(path("people"), whole(1), text("a"))));
        assertMismatch(() -> query(new Condition.In(path("people"), List.of(whole(1), text("a")))));
        assertMismatch(() -> query(equal(path("size"), text("TOWN"))));
        assertMismatch(() -> query(equal(path("address"), path("address")))).hasMessageContaining("field within it");
        assertMismatch(() -> query(equal(path("tags"), path("tags"))));
        assertMismatch(() -> query(equal(Path.of("people", ValueType.TEXT), text("1"))))
                .hasMessageContaining("takes it for text");
    }

    @Test
    void matchesOnlyText() {
        assertMismatch(() -> query(new Condition.Like(path("people"), text("1"), OptionalInt.empty())));
        assertMismatch(() -> query(new Condition.Like(path("name"), path("size"), OptionalInt.empty())));
        assertMismatch(() -> query(new Condition.Contains(Condition.Place.START, path("size"), text("T"))));
        assertMismatch(() -> Query.of(
                        SCHEMA, SOME, List.of(Sort.ascending(path("people")).ignoringCase())))
                .hasMessageContaining("case is ignored of text only");
    }

    @Test
    void checksLiteralsAsStoredValuesAre() {
        assertThatThrownBy(() -> query(equal(path("area"), Places.real(Double.NaN))))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> query(equal(path("name"), text("a\u0000")))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> query(equal(path("name"), text("\uD83D")))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> query(equal(path("size"), new Expression.Literal("VILLAGE", Places.SIZE))))
                .isInstanceOf(InvalidValueException.class);
        assertMismatch(() -> query(equal(path("people"), new Expression.Literal(1, ValueType.INT64))));
        assertThat(query(equal(path("price"), Places.decimal("1.500"))).condition())
                .isEqualTo(equal(path("price"), Places.decimal("1.5")));
        assertThat(query(equal(path("area"), Places.real(-0.0))))
                .isEqualTo(query(equal(path("area"), Places.real(0.0))));
    }

    @Test
    void checksLiteralPatterns() {
        assertThatThrownBy(() -> query(new Condition.Like(path("name"), text("a!"), OptionalInt.of('!'))))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> query(like("a".repeat(1_001)))).isInstanceOf(LimitExceededException.class);
        query(like("\uD83D\uDE00".repeat(1_000)));
    }

    @Test
    void keepsTheLimits() {
        query(new Condition.Or(Collections.nCopies(166, SOME)));
        assertExceeds(() -> query(new Condition.Or(Collections.nCopies(167, SOME))), "500");
        query(nested(QueryLimits.DEPTH - 2));
        assertExceeds(() -> query(nested(QueryLimits.DEPTH - 1)), "64 deep");
        assertExceeds(() -> query(nested(100_000)), "nested");
        query(new Condition.In(path("people"), Collections.nCopies(10_000, whole(1))));
        assertExceeds(() -> query(new Condition.In(path("people"), Collections.nCopies(10_001, whole(1)))), "'10001'");
    }

    @Test
    void findsTheTypesOfParameters() {
        Query query = query(and(
                equal(path("people"), parameter(1, ValueType.INT64)),
                new Condition.In(path("price"), List.of(parameter(0, new ValueType.ListOf(new ValueType.Decimal(2))))),
                equal(path("people"), parameter(1, ValueType.INT64))));
        assertThat(query.parameters()).containsExactly(new ValueType.ListOf(ValueType.DECIMAL), ValueType.INT64);
        assertMismatch(() -> query(and(
                        equal(path("people"), parameter(0, ValueType.INT64)),
                        equal(path("name"), parameter(0, ValueType.TEXT)))))
                .hasMessageContaining("':1' is used as int64 and as text");
        assertMismatch(() -> query(equal(path("people"), parameter(1, ValueType.INT64))))
                .hasMessageContaining("':2' is used, but ':1' is not");
        assertMismatch(() -> query(equal(path("people"), parameter(-1, ValueType.INT64))));
        assertMismatch(() -> query(new Condition.IsNull(parameter(0, new ValueType.ListOf(ValueType.TEXT)))))
                .hasMessageContaining("only after 'in'");
    }

    @Test
    void checksArgumentsWhenTheRequestIsMade() {
        Query query = query(equal(path("price"), parameter(0, ValueType.DECIMAL)));
        assertThat(ScanRequest.all(query, List.of(new BigDecimal("1.50"))).arguments())
                .containsExactly(new BigDecimal("1.5"));
        assertThat(ScanRequest.all(query, Collections.singletonList(null)).arguments())
                .containsOnlyNulls();
        assertMismatch(() -> ScanRequest.all(query, List.of("1.50")));
        assertThatThrownBy(() -> ScanRequest.all(query)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScanRequest(query, List.of(BigDecimal.ONE), -1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScanRequest(query, List.of(BigDecimal.ONE), 0, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void checksListArgumentsAndTheirSize() {
        Query query = query(new Condition.In(
                path("people"), List.of(whole(1), parameter(0, new ValueType.ListOf(ValueType.INT64)))));
        assertThat(ScanRequest.all(query, List.of(Arrays.asList(1L, null))).arguments())
                .isEqualTo(List.of(Arrays.asList(1L, null)));
        assertMismatch(() -> ScanRequest.all(query, List.of(1L))).hasMessageContaining("expected a list of int64");
        assertMismatch(() -> ScanRequest.all(query, List.of(List.of("a"))));
        ScanRequest.all(query, List.of(Collections.nCopies(9_999, 1L)));
        assertExceeds(() -> ScanRequest.all(query, List.of(Collections.nCopies(10_000, 1L))), "'10001'");
    }

    @Test
    void isTotallyOrdered() {
        Sort byName = Sort.descending(path("name"));
        assertThat(Query.of(SCHEMA, SOME, List.of(byName)).sorts()).containsExactly(byName, Sort.ascending(path("id")));
        Sort byKey = Sort.descending(path("id"));
        assertThat(Query.of(SCHEMA, SOME, List.of(byKey, byName)).sorts()).containsExactly(byKey, byName);
    }

    @Test
    void wantsTheFieldsOfTheOrderToo() {
        assertThat(Query.of(SCHEMA, SOME, List.of(Sort.ascending(path("address.number"))), Set.of("name"))
                        .fields())
                .containsExactlyInAnyOrder("name", "address", "id");
        assertThat(query(SOME).fields()).isEmpty();
    }

    @Test
    void leavesOutWhatDecidesNothing() {
        assertThat(simplified(and(Condition.ALWAYS, and(SOME, like("a"))))).isEqualTo(and(SOME, like("a")));
        assertThat(simplified(or(Condition.NEVER, or(SOME), Condition.NEVER))).isEqualTo(SOME);
        assertThat(simplified(and())).isEqualTo(Condition.ALWAYS);
        assertThat(simplified(or())).isEqualTo(Condition.NEVER);
        assertThat(simplified(and(SOME, Condition.NEVER))).isEqualTo(Condition.NEVER);
        assertThat(simplified(or(SOME, Condition.ALWAYS, like("a")))).isEqualTo(Condition.ALWAYS);
        assertThat(simplified(not(not(SOME)))).isEqualTo(SOME);
        assertThat(simplified(not(or()))).isEqualTo(Condition.ALWAYS);
        assertThat(simplified(new Condition.In(path("people"), List.of()))).isEqualTo(Condition.NEVER);
    }

    @Test
    void isEqualToTheSameQuestion() {
        Query first = Query.of(SCHEMA, SOME, List.of(), Set.of("name"));
        assertThat(first)
                .isEqualTo(Query.of(SCHEMA, equal(path("people"), whole(1)), List.of(), Set.of("name", "id")))
                .hasSameHashCodeAs(Query.of(SCHEMA, SOME, List.of(), Set.of("name")))
                .isNotEqualTo(Query.of(SCHEMA, SOME, List.of()));
    }

    @Test
    void readsLikeTheQueryLanguage() {
        Condition condition = and(
                equal(path("name"), text("O'Hare\n")),
                new Condition.Between(path("people"), parameter(0, ValueType.INT64), whole(5)),
                or(not(new Condition.IsNull(path("address.number"))), not(like("a%"))),
                new Condition.In(path("people"), Collections.nCopies(7, whole(1))));
        Query query = Query.of(
                SCHEMA,
                condition,
                List.of(Sort.descending(path("price")), new Sort(path("name"), false, false, true)),
                Set.of("name"));
        assertThat(query)
                .hasToString(
                        "select id, name, price from place where name = 'O''Hare\\u000a' and people between :1 and 5"
                                + " and (address.number is not null or not (name like 'a%')) and people in (1, 1, 1, 1, 1, … 2 more)"
                                + " order by price desc, lower(upper(name)) nulls last, id");
        Expression product = Expression.Arithmetic.of(
                Expression.Operator.MULTIPLY,
                Expression.Arithmetic.of(Expression.Operator.ADD, whole(1), path("people")),
                Expression.Function.of(Name.LENGTH, path("name")));
        assertThat(QueryText.describe(product)).isEqualTo("(1 + people) * length(name)");
        assertThat(QueryText.describe(equal(path("name"), text("x".repeat(1_000)))))
                .hasSizeLessThan(100);
    }

    private static Query query(Condition condition) {
        return Query.of(SCHEMA, condition, List.of());
    }

    private static Condition simplified(Condition condition) {
        return query(condition).condition();
    }

    private static Condition nested(int depth) {
        Condition condition = SOME;
        for (int i = 0; i < depth; i++) {
            condition = not(condition);
        }
        return condition;
    }

    private static AbstractThrowableAssert<?, ?> assertMismatch(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(TypeMismatchException.class);
    }

    private static void assertExceeds(ThrowingCallable call, String limit) {
        assertThatThrownBy(call).isInstanceOf(LimitExceededException.class).hasMessageContaining(limit);
    }

    @Test
    void keepsApartWhatHasTheSameHashByChance() {
        // "Aa" and "BB" have one hash.
        Query first = Query.of(named("Aa"), equal(Path.of("Aa", ValueType.INT64), whole(1)), List.of(), Set.of("Aa"));
        assertThat(first)
                .isNotEqualTo("from Aa")
                .isNotEqualTo(
                        Query.of(named("BB"), equal(Path.of("Aa", ValueType.INT64), whole(1)), List.of(), Set.of("Aa")))
                .isNotEqualTo(
                        Query.of(named("Aa"), equal(Path.of("BB", ValueType.INT64), whole(1)), List.of(), Set.of("Aa")))
                .isNotEqualTo(Query.of(
                        named("Aa"), equal(Path.of("Aa", ValueType.INT64), whole(1)), List.of(), Set.of("BB")));
        Query again = Query.of(named("Aa"), equal(Path.of("Aa", ValueType.INT64), whole(1)), List.of(), Set.of("Aa"));
        assertThat(first).isEqualTo(again).hasSameHashCodeAs(again);
        assertThat(List.of(first).indexOf(first)).isZero();
    }

    private static EntitySchema named(String name) {
        return EntitySchema.named(name)
                .required("id", ValueType.INT64)
                .optional("Aa", ValueType.INT64)
                .optional("BB", ValueType.INT64)
                .key("id")
                .build();
    }

    @Test
    void isCompiledForTheSchemaThatItIsAskedFor() {
        Query query = Query.of(named("Aa"), equal(Path.of("BB", ValueType.INT64), whole(5)), List.of());
        EntitySchema turned = EntitySchema.named("Aa")
                .required("id", ValueType.INT64)
                .optional("BB", ValueType.INT64)
                .optional("Aa", ValueType.INT64)
                .key("id")
                .build();
        Row row = Row.of(1L, 5L, 6L);
        EntitySchema straight = named("Aa");
        assertThat(Evaluator.filter(straight, query).matches(row, List.of())).isFalse();
        assertThat(Evaluator.filter(straight, query)).isSameAs(Evaluator.filter(straight, query));
        assertThat(Evaluator.filter(turned, query).matches(row, List.of())).isTrue();
    }

    @Test
    void refusesWhatNoRowCanAnswer() {
        assertMismatch(() -> query(new Condition.Like(path("name"), text("a"), OptionalInt.of(-1))))
                .hasMessageContaining("'-1' is not a code point");
        assertMismatch(() -> Query.of(SCHEMA, SOME, List.of(Sort.ascending(path("tags")))))
                .hasMessageContaining("which has no order");
        assertMismatch(() -> query(new Condition.IsNull(parameter(0, Places.ADDRESS))))
                .hasMessageContaining("which no query takes");
        assertMismatch(() -> query(equal(
                        new Expression.Arithmetic(Expression.Operator.ADD, whole(1), whole(2), ValueType.FLOAT64),
                        Places.real(3))))
                .hasMessageContaining("'1 + 2' is int64, but the query takes it for float64");
    }

    @Test
    void takesADecimalWhateverScaleThePathSays() {
        Condition condition = equal(Path.of("price", new ValueType.Decimal(5)), Places.decimal("1.5"));
        assertThat(query(condition)).isEqualTo(query(equal(path("price"), Places.decimal("1.5"))));
    }

    @Test
    void leavesOutNothingThatCanFail() {
        Expression left = Expression.Function.of(Name.LEFT, path("name"), path("people"));
        Condition in = new Condition.In(left, List.of());
        assertThat(simplified(in)).isEqualTo(in);
        for (Condition part : List.of(
                new Condition.Between(path("people"), whole(1), whole(2)),
                in,
                new Condition.Contains(Condition.Place.START, path("name"), text("a")),
                or(SOME, like("a")),
                and(SOME, like("a")))) {
            assertThat(simplified(not(part))).isEqualTo(not(part));
        }
    }

    @Test
    void writesEveryPartForPeople() {
        assertThat(QueryText.describe(and())).isEqualTo("true");
        assertThat(QueryText.describe(or())).isEqualTo("false");
        assertThat(QueryText.describe(or(and(SOME, SOME), SOME)))
                .isEqualTo("(people = 1 and people = 1) or people = 1");
        Expression folded = Expression.Function.of(Name.FOLD_CASE, path("name"));
        for (Condition.Place place : Condition.Place.values()) {
            assertThat(QueryText.describe(new Condition.Contains(place, folded, text("a"))))
                    .endsWith("(lower(upper(name)), 'a')")
                    .startsWith(
                            place == Condition.Place.ANYWHERE
                                    ? "contains"
                                    : place == Condition.Place.END ? "ends_with" : "starts_with");
        }
        assertThat(QueryText.describe(new Expression.Negation(path("people")))).isEqualTo("-people");
        assertThat(QueryText.describe(new Expression.Literal(true, ValueType.BOOLEAN)))
                .isEqualTo("true");
        assertThat(QueryText.describe(new Expression.Literal(Bytes.of((byte) 1), ValueType.BYTES)))
                .isEqualTo("0x01");
        assertThat(QueryText.describe(Places.decimal("1E+400"))).isEqualTo("1E+400");
        assertThat(QueryText.describe(Places.decimal("1E+2"))).isEqualTo("100");
    }
}
