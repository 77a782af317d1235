package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.question.Answers;
import org.stowage.conformance.question.Extremes;
import org.stowage.conformance.question.Question;
import org.stowage.conformance.sequence.PairTrial;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreTransaction;

/** Section 1: which values there are, that they come back as they went, and in which one order they stand. */
abstract class ValuesTopic extends Topic {

    private static final long PAIRS = TrialSize.PAIRS.size();

    ValuesTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Proves({
        Rule.ROUND_TRIP,
        Rule.BOOLEAN,
        Rule.INT64,
        Rule.FLOAT64,
        Rule.DECIMAL,
        Rule.TEXT,
        Rule.BYTES,
        Rule.UUID,
        Rule.INSTANT,
        Rule.LOCAL_TIME,
        Rule.ENUMERATION
    })
    void keepsEveryValueOfEveryType() {
        Store store =
                openWith(Extremes.types().stream().map(ValuesTopic::holding).toArray(EntitySchema[]::new));
        Extremes.types().forEach(type -> insertShuffled(store, holding(type), rowsHolding(type)));

        Store again = reopened(store);

        for (ValueType type : Extremes.types()) {
            proving(
                    Rule.of(type),
                    () -> assertThat(rows(again, holding(type)))
                            .as(type.describe())
                            .isEqualTo(rowsHolding(type)));
        }
    }

    @Test
    @Proves({
        Rule.ONE_ORDER,
        Rule.BOOLEAN,
        Rule.INT64,
        Rule.FLOAT64,
        Rule.DECIMAL,
        Rule.TEXT,
        Rule.BYTES,
        Rule.UUID,
        Rule.INSTANT,
        Rule.LOCAL_TIME,
        Rule.ENUMERATION
    })
    void sortsEveryTypeInItsOneOrder() {
        Store store =
                openWith(Extremes.types().stream().map(ValuesTopic::holding).toArray(EntitySchema[]::new));
        for (ValueType type : Extremes.types()) {
            proving(Rule.of(type), () -> sorts(store, type));
        }
    }

    private static void sorts(Store store, ValueType type) {
        EntitySchema schema = holding(type);
        List<Row> rows = rowsHolding(type);
        insertShuffled(store, schema, rows);

        assertThat(ask(store, schema, Question.sorted(schema.name(), Sort.ascending(value(type)))))
                .as("%s ascending", type.describe())
                .isEqualTo(rows);
        List<Row> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        assertThat(ask(store, schema, Question.sorted(schema.name(), Sort.descending(value(type)))))
                .as("%s descending", type.describe())
                .isEqualTo(reversed);
    }

    @Test
    @Proves({
        Rule.ONE_ORDER,
        Rule.BOOLEAN,
        Rule.INT64,
        Rule.FLOAT64,
        Rule.DECIMAL,
        Rule.TEXT,
        Rule.BYTES,
        Rule.UUID,
        Rule.INSTANT,
        Rule.LOCAL_TIME,
        Rule.ENUMERATION
    })
    void comparesEveryTypeByItsOneOrder() {
        Store store =
                openWith(Extremes.types().stream().map(ValuesTopic::holding).toArray(EntitySchema[]::new));
        for (ValueType type : Extremes.types()) {
            proving(Rule.of(type), () -> compares(store, type));
        }
    }

    private static void compares(Store store, ValueType type) {
        EntitySchema schema = holding(type);
        List<Row> rows = rowsHolding(type);
        insertShuffled(store, schema, rows);
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
            // The first row holds null, of which no comparison is true.
            for (int i = 1; i < rows.size(); i++) {
                Object limit = Objects.requireNonNull(rows.get(i).get(1));
                for (Condition.Relation relation : Condition.Relation.values()) {
                    Condition condition =
                            new Condition.Comparison(relation, value(type), new Expression.Literal(limit, type));
                    List<Row> expected = new ArrayList<>();
                    for (int j = 1; j < rows.size(); j++) {
                        if (relation.holds(Integer.compare(j, i))) {
                            expected.add(rows.get(j));
                        }
                    }
                    assertThat(Answers.of(transaction, schema, Question.where(schema.name(), condition)))
                            .as("%s %s %s", type.describe(), relation.symbol(), limit)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    @Tag("random")
    @Proves({Rule.ONE_ORDER, Rule.ROUND_TRIP})
    void ordersPairsOfRandomValuesAsTheModelDoes() {
        long seed = Seeds.choose(
                harness(), harness().provider().info().name() + ", " + PAIRS + " pairs of random values of each type");
        try (PairTrial trial = new PairTrial(open(), seed)) {
            for (ValueType type : Extremes.types()) {
                proving(Rule.of(type), () -> trial.run(type, PAIRS));
            }
        }
    }

    @Test
    @Proves(Rule.ONE_ORDER)
    void findsRowsByKeysOfEveryType() {
        Store store = openWith(Extremes.types().stream().map(ValuesTopic::keyed).toArray(EntitySchema[]::new));
        for (ValueType type : Extremes.types()) {
            EntitySchema schema = keyed(type);
            List<Row> rows =
                    Extremes.of(type).stream().map(value -> Row.of(value)).toList();
            insertShuffled(store, schema, rows);

            assertThat(rows(store, schema)).as("%s by key", type.describe()).isEqualTo(rows);
            try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
                for (Row row : rows) {
                    assertThat(transaction.get(schema.name(), schema.keyOf(row)))
                            .as("%s with key %s", type.describe(), schema.keyOf(row))
                            .contains(row);
                }
            }
        }
    }

    @Test
    @Proves({Rule.LIST_AND_STRUCT, Rule.ROUND_TRIP})
    void keepsListsAndStructuresWithinEachOther() {
        ValueType floors = new ValueType.ListOf(ValueType.INT64);
        ValueType place = new ValueType.Struct(List.of(
                Field.required("city", ValueType.TEXT),
                Field.optional("price", ValueType.DECIMAL),
                Field.optional("since", ValueType.INSTANT),
                Field.required("floors", floors)));
        EntitySchema schema = EntitySchema.named("house")
                .required("id", ValueType.INT64)
                .optional("place", place)
                .optional("others", new ValueType.ListOf(place))
                .optional("blobs", new ValueType.ListOf(ValueType.BYTES))
                .key("id")
                .build();
        Row full = Row.of("", new BigDecimal("-1.5"), Instant.ofEpochSecond(0, 1), List.of(Long.MIN_VALUE, 0L));
        Row empty = Row.of("😀", null, null, List.of());
        List<Row> rows = List.of(
                Row.of(1L, full, List.of(empty, full), List.of(Bytes.of(), Bytes.of((byte) -1))),
                Row.of(2L, empty, List.of(), List.of()),
                Row.of(3L, null, null, null));
        Store store = openWith(schema);
        insertShuffled(store, schema, rows);

        assertThat(rows(reopened(store), schema)).isEqualTo(rows);
    }

    @Test
    @Proves(Rule.ROUND_TRIP)
    void keepsLargeValues() {
        EntitySchema schema = EntitySchema.named("large")
                .required("id", ValueType.INT64)
                .required("text", ValueType.TEXT)
                .required("bytes", ValueType.BYTES)
                .key("id")
                .build();
        byte[] bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);
        Row row = Row.of(1L, "ä😀\n".repeat(200_000), Bytes.of(bytes));
        Store store = openWith(schema);
        insert(store, schema, row);

        assertThat(rows(reopened(store), schema).equals(List.of(row)))
                .as("two million characters and a mebibyte come back")
                .isTrue();
    }

    @Test
    @Proves({Rule.DECIMAL, Rule.ONE_ORDER})
    void takesDecimalsOfAnyScaleForOneValue() {
        EntitySchema schema = EntitySchema.named("price")
                .required("id", ValueType.INT64)
                .required("amount", ValueType.DECIMAL)
                .key("id")
                .index(Index.unique("amount"))
                .build();
        try (OpenStore store = openGuarded(schema)) {
            store.write(transaction ->
                    transaction.apply(new Change.Insert("price", List.of(Row.of(1L, new BigDecimal("1.0"))))));

            assertThatThrownBy(() -> store.write(transaction ->
                            transaction.apply(new Change.Insert("price", List.of(Row.of(2L, new BigDecimal("1.00")))))))
                    .isInstanceOf(UniqueViolatedException.class);
            Condition one = new Condition.Comparison(
                    Condition.Relation.EQUAL,
                    Expression.Path.of("amount", ValueType.DECIMAL),
                    new Expression.Literal(new BigDecimal("1.000"), ValueType.DECIMAL));
            assertThat(store.<Long>read(transaction ->
                            transaction.count(Question.where("price", one).request(schema))))
                    .isEqualTo(1);
        }
    }

    @Test
    @Proves(Rule.REFUSED_VALUES)
    void refusesValuesThatNoStoreMayHoldAndWritesNothing() {
        EntitySchema schema = EntitySchema.named("odd")
                .required("id", ValueType.INT64)
                .optional("text", ValueType.TEXT)
                .optional("number", ValueType.FLOAT64)
                .optional("at", ValueType.INSTANT)
                .key("id")
                .build();
        List<Row> refused = List.of(
                Row.of(1L, "a\u0000b", null, null),
                Row.of(1L, "\ud800", null, null),
                Row.of(1L, null, Double.NaN, null),
                Row.of(1L, null, Double.POSITIVE_INFINITY, null),
                Row.of(1L, null, null, Instant.parse("+10000-01-01T00:00:00Z")),
                Row.of(1L, null, null, Instant.parse("0000-12-31T23:59:59Z")));
        try (OpenStore store = openGuarded(schema)) {
            for (Row row : refused) {
                try (StoreTransaction transaction = store.begin(Access.READ_WRITE)) {
                    assertThatThrownBy(() -> transaction.apply(new Change.Insert("odd", List.of(row))))
                            .as(row.toString())
                            .isInstanceOf(InvalidValueException.class);
                }
            }
            assertThat(stored(store, "odd", Key.of(1L))).isEmpty();
        }
    }

    private static EntitySchema holding(ValueType type) {
        return EntitySchema.named("holding_" + name(type))
                .required("id", ValueType.INT64)
                .optional("value", type)
                .key("id")
                .build();
    }

    private static EntitySchema keyed(ValueType type) {
        return EntitySchema.named("keyed_" + name(type))
                .required("id", type)
                .key("id")
                .build();
    }

    private static String name(ValueType type) {
        return type instanceof ValueType.Enumeration ? "size" : type.describe();
    }

    private static Expression.Path value(ValueType type) {
        return Expression.Path.of("value", type);
    }

    /** Returns a row with null, then one for each value, in their order. */
    private static List<Row> rowsHolding(ValueType type) {
        List<Row> rows = new ArrayList<>(List.of(Row.of(0L, null)));
        for (Object value : Extremes.of(type)) {
            rows.add(Row.of((long) rows.size(), value));
        }
        return rows;
    }

    private static void insertShuffled(Store store, EntitySchema schema, List<Row> rows) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(7));
        write(store, new Change.Insert(schema.name(), shuffled));
    }
}
