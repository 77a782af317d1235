package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.query.Condition.Relation.EQUAL;
import static org.stowage.spi.query.Condition.Relation.GREATER;
import static org.stowage.spi.query.Condition.Relation.LESS;
import static org.stowage.spi.query.Condition.Relation.NOT_EQUAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.question.Answers;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Condition.Place;
import org.stowage.spi.query.Expression;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Section 2: which rows a condition is true of. The answers are written down, not calculated. */
abstract class ConditionsTopic extends Topic {

    private static final ValueType PLACE = new ValueType.Struct(
            List.of(Field.required("city", ValueType.TEXT), Field.optional("floor", ValueType.INT64)));

    private static final EntitySchema NOTE = EntitySchema.named("note")
            .required("id", ValueType.INT64)
            .optional("text", ValueType.TEXT)
            .optional("number", ValueType.INT64)
            .optional("flag", ValueType.BOOLEAN)
            .optional("place", PLACE)
            .key("id")
            .build();

    private static final Expression TEXT = Expression.Path.of("text", ValueType.TEXT);
    private static final Expression NUMBER = Expression.Path.of("number", ValueType.INT64);
    private static final Expression FLAG = Expression.Path.of("flag", ValueType.BOOLEAN);
    private static final Expression CITY = new Expression.Path(List.of("place", "city"), ValueType.TEXT);
    private static final Expression FLOOR = new Expression.Path(List.of("place", "floor"), ValueType.INT64);

    private Store store;

    ConditionsTopic(ProviderHarness harness) {
        super(harness);
    }

    @BeforeEach
    void store() {
        store = openWith(NOTE);
        insert(
                store,
                NOTE,
                Row.of(1L, "apple", 1L, true, Row.of("Rome", 1L)),
                Row.of(2L, "Apple", 2L, false, Row.of("Oslo", null)),
                Row.of(3L, null, 3L, null, null),
                Row.of(4L, "", null, true, Row.of("Rome", 2L)),
                Row.of(5L, "100%", 5L, false, Row.of("Bern", 0L)),
                Row.of(6L, "a😀b", Long.MAX_VALUE, null, null),
                Row.of(7L, "a_b\nc", -7L, true, null),
                Row.of(8L, "STRASSE ÄÖ", 0L, false, null),
                Row.of(9L, "straße äö", 0L, null, null));
    }

    @Test
    @Proves(Rule.THREE_VALUES)
    void keepsOnlyWhatIsTrue() {
        expect(compare(EQUAL, NUMBER, number(2)), 2);
        expect(compare(NOT_EQUAL, NUMBER, number(2)), 1, 3, 5, 6, 7, 8, 9);
        expect(new Condition.Not(compare(EQUAL, NUMBER, number(2))), 1, 3, 5, 6, 7, 8, 9);
        expect(new Condition.Not(new Condition.Not(compare(EQUAL, NUMBER, number(2)))), 2);
        expect(compare(EQUAL, FLAG, new Expression.Literal(true, ValueType.BOOLEAN)), 1, 4, 7);
        expect(new Condition.Not(compare(EQUAL, FLAG, new Expression.Literal(true, ValueType.BOOLEAN))), 2, 5, 8);
    }

    @Test
    @Proves(Rule.THREE_VALUES)
    void joinsUnknownAsThreeValuedLogicDoes() {
        Condition unknownOf4 = compare(GREATER, NUMBER, number(0));
        Condition trueOf4 = compare(EQUAL, TEXT, text(""));
        expect(new Condition.And(List.of(unknownOf4, trueOf4)));
        expect(new Condition.Or(List.of(unknownOf4, trueOf4)), 1, 2, 3, 4, 5, 6);
        expect(new Condition.Not(new Condition.And(List.of(unknownOf4, trueOf4))), 1, 2, 5, 6, 7, 8, 9);
        expect(new Condition.Not(new Condition.Or(List.of(unknownOf4, trueOf4))), 7, 8, 9);
        expect(new Condition.And(List.of()), 1, 2, 3, 4, 5, 6, 7, 8, 9);
        expect(new Condition.Or(List.of()));
    }

    @Test
    @Proves(Rule.NULL_IN_PATH)
    void asksForNull() {
        expect(new Condition.IsNull(TEXT), 3);
        expect(new Condition.Not(new Condition.IsNull(NUMBER)), 1, 2, 3, 5, 6, 7, 8, 9);
        expect(new Condition.IsNull(CITY), 3, 6, 7, 8, 9);
        expect(new Condition.IsNull(FLOOR), 2, 3, 6, 7, 8, 9);
    }

    @Test
    @Proves(Rule.NULL_PARAMETER)
    void takesAComparisonWithANullArgumentForUnknown() {
        Expression parameter = new Expression.Parameter(0, ValueType.INT64);
        for (Condition.Relation relation : Condition.Relation.values()) {
            expect(compare(relation, NUMBER, parameter), arguments((Object) null));
            expect(new Condition.Not(compare(relation, NUMBER, parameter)), arguments((Object) null));
        }
        expect(compare(EQUAL, NUMBER, parameter), arguments(5L), 5);
        expect(new Condition.Between(NUMBER, number(0), parameter), arguments((Object) null));
        // Beyond the lower end it is false whatever the upper end is.
        expect(new Condition.Not(new Condition.Between(NUMBER, number(0), parameter)), arguments((Object) null), 7);
    }

    @Test
    @Proves(Rule.BETWEEN)
    void includesBothEndsOfBetween() {
        expect(new Condition.Between(NUMBER, number(1), number(5)), 1, 2, 3, 5);
        expect(new Condition.Not(new Condition.Between(NUMBER, number(1), number(5))), 6, 7, 8, 9);
        expect(new Condition.Between(NUMBER, number(5), number(1)));
        expect(new Condition.Between(TEXT, text("A"), text("a")), 2, 8);
    }

    @Test
    @Proves(Rule.IN)
    void looksForAValueAmongOthers() {
        Expression list = new Expression.Parameter(0, new ValueType.ListOf(ValueType.INT64));
        expect(new Condition.In(NUMBER, List.of(number(1), number(5), number(77))), 1, 5);
        expect(new Condition.Not(new Condition.In(NUMBER, List.of(number(1), number(5)))), 2, 3, 6, 7, 8, 9);
        expect(new Condition.In(NUMBER, List.of()));
        expect(new Condition.Not(new Condition.In(NUMBER, List.of())), 1, 2, 3, 4, 5, 6, 7, 8, 9);
        expect(new Condition.In(NUMBER, List.of(list)), arguments(List.of(0L, -7L)), 7, 8, 9);
        expect(new Condition.In(NUMBER, List.of(list)), arguments(List.of()));
        expect(
                new Condition.Not(new Condition.In(NUMBER, List.of(list))),
                arguments(List.of()),
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9);
        expect(new Condition.In(NUMBER, List.of(list)), arguments(Arrays.asList(1L, null)), 1);
        expect(new Condition.Not(new Condition.In(NUMBER, List.of(list))), arguments(Arrays.asList(1L, null)));
    }

    @Test
    @Proves(Rule.IN)
    void findsThousandsOfValuesInAList() {
        List<Object> many = new ArrayList<>();
        for (long i = 0; i < 9_999; i++) {
            many.add(i * 3);
        }
        Expression list = new Expression.Parameter(0, new ValueType.ListOf(ValueType.INT64));
        expect(new Condition.In(NUMBER, List.of(list)), arguments(many), 3, 8, 9);
    }

    @Test
    @Proves(Rule.LIKE_CASE)
    void matchesPatternsCaseSensitivelyByCodePoint() {
        expect(like("a%"), 1, 6, 7);
        expect(like("A%"), 2);
        expect(like("%"), 1, 2, 4, 5, 6, 7, 8, 9);
        expect(like(""), 4);
        expect(like("a_b"), 6);
        expect(like("a_b_c"), 7);
        expect(like("a%b%"), 6, 7);
        expect(like("_____"), 1, 2, 7);
        expect(like("%ß%"), 9);
        expect(new Condition.Not(like("a%")), 2, 4, 5, 8, 9);
    }

    @Test
    @Proves(Rule.LIKE_ESCAPE)
    void escapesOnlyAsThePatternSays() {
        expect(like("100\\%"));
        expect(new Condition.Like(TEXT, text("100!%"), OptionalInt.of('!')), 5);
        expect(new Condition.Like(TEXT, text("a!_b%"), OptionalInt.of('!')), 7);
        expect(like("100%"), 5);
        expect(like("100*"));
        expect(like("[a]%"));
    }

    @Test
    @Proves(Rule.LITERAL_PARTS)
    void takesPartsOfTextsLiterally() {
        expect(contains(Place.START, "a"), 1, 6, 7);
        expect(contains(Place.START, "A"), 2);
        expect(contains(Place.END, "%"), 5);
        expect(contains(Place.ANYWHERE, "_"), 7);
        expect(contains(Place.ANYWHERE, "😀"), 6);
        expect(contains(Place.ANYWHERE, "*"));
        expect(contains(Place.ANYWHERE, ""), 1, 2, 4, 5, 6, 7, 8, 9);
        expect(contains(Place.END, ""), 1, 2, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @Proves(Rule.CASE_FOLDING)
    void foldsCaseByUnicode() {
        expect(compare(EQUAL, call(Expression.Name.LOWER, TEXT), text("apple")), 1, 2);
        expect(compare(EQUAL, call(Expression.Name.UPPER, TEXT), text("STRASSE ÄÖ")), 8, 9);
        expect(compare(EQUAL, call(Expression.Name.FOLD_CASE, TEXT), text("strasse äö")), 8, 9);
    }

    @Test
    @Proves(Rule.CODE_POINTS)
    void countsCodePoints() {
        expect(compare(EQUAL, call(Expression.Name.LENGTH, TEXT), number(3)), 6);
        expect(compare(EQUAL, call(Expression.Name.LEFT, TEXT, number(2)), text("a😀")), 6);
        expect(compare(EQUAL, call(Expression.Name.RIGHT, TEXT, number(2)), text("😀b")), 6);
        expect(compare(EQUAL, call(Expression.Name.LEFT, TEXT, number(0)), text("")), 1, 2, 4, 5, 6, 7, 8, 9);
        expect(compare(EQUAL, call(Expression.Name.CONCAT, TEXT, text("!")), text("!")), 4);
    }

    @Test
    @Proves(Rule.INT64_CALCULATION)
    void calculatesWithoutWrapping() {
        Expression next = Expression.Arithmetic.of(Expression.Operator.ADD, NUMBER, number(1));
        Condition harmless = compare(LESS, NUMBER, number(100));
        expect(new Condition.And(List.of(harmless, compare(GREATER, next, number(3)))), 3, 5);
        assertThatThrownBy(() -> ask(store, NOTE, Question.where("note", compare(GREATER, next, number(3)))))
                .isInstanceOf(ArithmeticOverflowException.class);
        Expression inverse = Expression.Arithmetic.of(Expression.Operator.DIVIDE, number(10), NUMBER);
        assertThatThrownBy(() -> ask(store, NOTE, Question.where("note", compare(EQUAL, inverse, number(2)))))
                .isInstanceOf(ArithmeticOverflowException.class);
        Expression half = Expression.Arithmetic.of(Expression.Operator.DIVIDE, NUMBER, number(2));
        expect(compare(EQUAL, half, number(-3)), 7);
        expect(compare(EQUAL, half, number(2)), 5);
    }

    @Test
    @Proves(Rule.NULL_IN_PATH)
    void followsPathsIntoStructures() {
        expect(compare(EQUAL, CITY, text("Rome")), 1, 4);
        expect(compare(NOT_EQUAL, CITY, text("Rome")), 2, 5);
        expect(compare(LESS, FLOOR, number(2)), 1, 5);
        expect(new Condition.In(CITY, List.of(text("Bern"), text("Oslo"))), 2, 5);
    }

    @Test
    @Proves(Rule.THREE_VALUES)
    void dividesTheRowsIntoTrueFalseAndUnknown() {
        List<Condition> conditions = List.of(
                compare(EQUAL, NUMBER, number(0)),
                like("a%"),
                contains(Place.ANYWHERE, "a"),
                new Condition.In(TEXT, List.of(text("apple"), text(""))),
                new Condition.Between(FLOOR, number(0), number(1)),
                compare(LESS, TEXT, CITY));
        for (Condition condition : conditions) {
            Condition known = new Condition.Or(List.of(condition, new Condition.Not(condition)));
            List<Object> parts = new ArrayList<>(found(condition, arguments()));
            parts.addAll(found(new Condition.Not(condition), arguments()));
            assertThat(parts)
                    .as(condition.toString())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(found(known, arguments()));
            assertThat(found(new Condition.Not(known), arguments())).isEmpty();
        }
    }

    @Test
    @Proves(Rule.LIKE_CODE_POINT)
    void takesAnUnderscoreForOneCodePoint() {
        expect(like("a_b"), 6);
        expect(like("a__b"));
        expect(like("_____"), 1, 2, 7);
        // A line break is a character like others.
        expect(like("a_b_c"), 7);
    }

    @Test
    @Proves(Rule.LITERAL_NULL)
    void knowsNoLiteralNull() {
        assertThatThrownBy(() -> new Expression.Literal(nothing(), ValueType.INT64))
                .isInstanceOf(NullPointerException.class);
    }

    @SuppressWarnings("NullAway") // It is what must be refused.
    private static Object nothing() {
        return null;
    }

    @Test
    @Proves(Rule.NULL_IN_PATH)
    void calculatesNullFromNull() {
        Expression next = Expression.Arithmetic.of(Expression.Operator.ADD, FLOOR, number(1));
        expect(new Condition.IsNull(next), 2, 3, 6, 7, 8, 9);
        expect(compare(EQUAL, next, number(2)), 1);
        expect(new Condition.Not(compare(EQUAL, next, number(2))), 4, 5);
    }

    @Test
    @Proves(Rule.ORDER_OF_ERRORS)
    void calculatesNothingBehindWhatDecides() {
        Expression inverse = Expression.Arithmetic.of(Expression.Operator.DIVIDE, number(10), NUMBER);
        Condition possible = compare(NOT_EQUAL, NUMBER, number(0));
        expect(new Condition.And(List.of(possible, compare(GREATER, inverse, number(2)))), 1, 2, 3);
        expect(
                new Condition.Or(List.of(new Condition.Not(possible), compare(GREATER, inverse, number(2)))),
                1,
                2,
                3,
                8,
                9);
        assertThatThrownBy(() -> ask(
                        store,
                        NOTE,
                        Question.where(
                                "note", new Condition.And(List.of(compare(GREATER, inverse, number(2)), possible)))))
                .isInstanceOf(ArithmeticOverflowException.class);
    }

    private static Condition compare(Condition.Relation relation, Expression left, Expression right) {
        return new Condition.Comparison(relation, left, right);
    }

    private static Expression number(long value) {
        return new Expression.Literal(value, ValueType.INT64);
    }

    private static Expression text(String value) {
        return new Expression.Literal(value, ValueType.TEXT);
    }

    private static Condition like(String pattern) {
        return new Condition.Like(TEXT, text(pattern), OptionalInt.empty());
    }

    private static Condition contains(Place place, String part) {
        return new Condition.Contains(place, TEXT, text(part));
    }

    private static Expression call(Expression.Name name, Expression... arguments) {
        return Expression.Function.of(name, arguments);
    }

    private static List<@Nullable Object> arguments(@Nullable Object... arguments) {
        return Arrays.asList(arguments);
    }

    private void expect(Condition condition, long... ids) {
        expect(condition, arguments(), ids);
    }

    private void expect(Condition condition, List<@Nullable Object> arguments, long... ids) {
        List<Long> expected = Arrays.stream(ids).boxed().toList();
        assertThat(found(condition, arguments))
                .as("ids of the rows for which %s holds with %s", condition, arguments)
                .isEqualTo(expected);
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
            OptionalLong count = Answers.count(transaction, NOTE, question(condition, arguments));
            assertThat(count.orElse(ids.length))
                    .as("count of the rows for which %s holds with %s", condition, arguments)
                    .isEqualTo(ids.length);
        }
    }

    private List<Object> found(Condition condition, List<@Nullable Object> arguments) {
        List<Object> ids = new ArrayList<>();
        ask(store, NOTE, question(condition, arguments)).forEach(row -> ids.add(row.get(0)));
        return ids;
    }

    private static Question question(Condition condition, List<@Nullable Object> arguments) {
        return Question.where("note", condition, arguments.toArray());
    }
}
