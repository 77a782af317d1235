package org.stowage.spi.query;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition.Relation;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** An entity with a field of most types, and short words for queries about it. */
public final class Places {

    static final ValueType.Enumeration SIZE = new ValueType.Enumeration(List.of("TOWN", "CITY", "ANCIENT"));

    static final ValueType.Struct ADDRESS = new ValueType.Struct(
            List.of(Field.optional("street", ValueType.TEXT), Field.required("number", ValueType.INT64)));

    public static final EntitySchema SCHEMA = EntitySchema.named("place")
            .required("id", ValueType.INT64)
            .optional("name", ValueType.TEXT)
            .optional("people", ValueType.INT64)
            .optional("area", ValueType.FLOAT64)
            .optional("price", new ValueType.Decimal(2))
            .optional("size", SIZE)
            .optional("open", ValueType.BOOLEAN)
            .optional("address", ADDRESS)
            .optional("tags", new ValueType.ListOf(ValueType.TEXT))
            .key("id")
            .build();

    private static final List<String> NAMES =
            List.of("", "a", "A", "b", "ab", "Ab", "\uD83D\uDE00", "\uFFFD", "ß", "SS");

    private Places() {}

    /** Returns a row with these values and nulls. */
    public static Row row(long id, @Nullable Object name, @Nullable Object people) {
        return row(id, name, people, null);
    }

    static Row row(long id, @Nullable Object name, @Nullable Object people, @Nullable Object area) {
        return Row.of(id, name, people, area, null, null, null, null, null);
    }

    static Row withPrice(String price) {
        return row(1, null, null).with(SCHEMA.position("price"), new BigDecimal(price));
    }

    /** Returns rows with many ties and nulls, in an order that means nothing. */
    public static List<Row> random(Random random, int count) {
        Row[] rows = new Row[count];
        for (int i = 0; i < count; i++) {
            rows[i] = row(
                            i,
                            random.nextInt(4) == 0 ? null : NAMES.get(random.nextInt(NAMES.size())),
                            random.nextInt(4) == 0 ? null : (long) random.nextInt(4),
                            random.nextInt(4) == 0 ? null : random.nextInt(3) / 2.0)
                    .with(SCHEMA.position("address"), random.nextInt(3) == 0 ? null : address(random));
        }
        List<Row> list = Arrays.asList(rows);
        Collections.shuffle(list, random);
        return list;
    }

    private static Row address(Random random) {
        return Row.of(random.nextBoolean() ? null : "s" + random.nextInt(2), (long) random.nextInt(3));
    }

    /** Returns the path to a field, or within one. */
    public static Expression.Path path(String name) {
        List<String> names = List.of(name.split("\\."));
        ValueType type = SCHEMA.field(names.get(0)).orElseThrow().type();
        for (String inner : names.subList(1, names.size())) {
            type = ((ValueType.Struct) type)
                    .fields().stream()
                            .filter(field -> field.name().equals(inner))
                            .findFirst()
                            .orElseThrow()
                            .type();
        }
        return new Expression.Path(names, type);
    }

    static Expression text(String value) {
        return new Expression.Literal(value, ValueType.TEXT);
    }

    /** Returns a literal. */
    public static Expression whole(long value) {
        return new Expression.Literal(value, ValueType.INT64);
    }

    static Expression real(double value) {
        return new Expression.Literal(value, ValueType.FLOAT64);
    }

    static Expression decimal(String value) {
        return new Expression.Literal(new BigDecimal(value), ValueType.DECIMAL);
    }

    static Expression parameter(int index, ValueType type) {
        return new Expression.Parameter(index, type);
    }

    /** Returns a comparison. */
    public static Condition is(Expression left, Relation relation, Expression right) {
        return new Condition.Comparison(relation, left, right);
    }

    static Condition equal(Expression left, Expression right) {
        return is(left, Relation.EQUAL, right);
    }

    static Condition like(String pattern) {
        return new Condition.Like(path("name"), text(pattern), OptionalInt.empty());
    }

    static Condition and(Condition... parts) {
        return new Condition.And(List.of(parts));
    }

    static Condition or(Condition... parts) {
        return new Condition.Or(List.of(parts));
    }

    static Condition not(Condition part) {
        return new Condition.Not(part);
    }

    /** Returns what a checked condition is for a row. */
    static Truth truth(Condition condition, Row row, @Nullable Object... arguments) {
        Query query = Query.of(SCHEMA, condition, List.of());
        ScanRequest request = ScanRequest.all(query, Arrays.asList(arguments));
        return Evaluator.filter(SCHEMA, query).test(row, request.arguments());
    }

    /** Returns the value of a checked expression for a row. */
    static @Nullable Object value(Expression expression, Row row, @Nullable Object... arguments) {
        Query query = Query.of(SCHEMA, not(new Condition.IsNull(expression)), List.of());
        Condition checked = query.condition();
        Expression neutral = ((Condition.IsNull) ((Condition.Not) checked).part()).value();
        return Evaluator.calculation(SCHEMA, neutral)
                .value(row, ScanRequest.all(query, Arrays.asList(arguments)).arguments());
    }

    /** Returns a random source whose seed is printed and can be given. */
    public static Random seeded(Class<?> test) {
        long seed = Long.getLong("stowage.seed", System.nanoTime());
        System.out.println(test.getSimpleName() + ": repeat with -Dstowage.seed=" + seed);
        return new Random(seed);
    }
}
