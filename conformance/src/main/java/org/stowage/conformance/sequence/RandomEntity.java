package org.stowage.conformance.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.stowage.conformance.question.Extremes;
import org.stowage.spi.change.Change;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** An entity of random shape, and rows, keys and changes for it. */
final class RandomEntity {

    static final String NAME = "thing";

    static final ValueType PLACE = new ValueType.Struct(
            List.of(Field.optional("city", ValueType.TEXT), Field.optional("floor", ValueType.INT64)));

    private static final ValueType NUMBERS = new ValueType.ListOf(ValueType.INT64);
    private static final int POOL = 5;
    private static final int MOST_FIELDS = 5;
    private static final int MOST_INDEXES = 3;
    private static final int MOST_ROWS = 4;
    private static final int VERSIONS = 3;

    private final RandomValues values;
    private final EntitySchema schema;
    private final Map<String, List<Object>> pools = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private RandomEntity(RandomValues values, EntitySchema schema) {
        this.values = values;
        this.schema = schema;
        for (Field field : schema.fields()) {
            pools.put(field.name(), values.pool(field.type(), POOL));
        }
        schema.version().ifPresent(version -> pools.put(version, versions()));
    }

    static RandomEntity of(RandomValues values) {
        return new RandomEntity(values, schema(values));
    }

    private static List<Object> versions() {
        return IntStream.rangeClosed(1, VERSIONS)
                .<Object>mapToObj(version -> (long) version)
                .toList();
    }

    private static EntitySchema schema(RandomValues values) {
        EntitySchema.Builder builder = EntitySchema.named(NAME);
        List<String> ordered = new ArrayList<>();
        List<String> key = values.oneIn(3) ? List.of("k0", "K1") : List.of("k0");
        for (String name : key) {
            builder.required(name, values.oneOf(Extremes.types()));
            ordered.add(name);
        }
        List<ValueType> types = new ArrayList<>(Extremes.types());
        types.addAll(List.of(PLACE, NUMBERS));
        for (int i = 0; i < MOST_FIELDS; i++) {
            ValueType type = values.oneOf(types);
            builder.field(new Field("f" + i, type, !values.oneIn(3)));
            if (type.ordered()) {
                ordered.add("f" + i);
            }
        }
        if (values.oneIn(2)) {
            builder.required("version", ValueType.INT64).version("version");
        }
        indexes(values, ordered).forEach(builder::index);
        return builder.key(key.toArray(String[]::new)).build();
    }

    private static List<Index> indexes(RandomValues values, List<String> ordered) {
        Map<List<String>, Index> indexes = new HashMap<>();
        for (int i = 0; i < MOST_INDEXES; i++) {
            String first = values.oneOf(ordered);
            String second = values.oneOf(ordered);
            List<String> fields = values.oneIn(2) || first.equals(second) ? List.of(first) : List.of(first, second);
            if (!values.oneIn(3)) {
                indexes.put(fields, new Index(fields, values.oneIn(2)));
            }
        }
        return List.copyOf(indexes.values());
    }

    EntitySchema schema() {
        return schema;
    }

    RandomValues values() {
        return values;
    }

    /** Returns a value that rows of the entity hold too. */
    Object valueOf(String field) {
        return values.oneOf(Objects.requireNonNull(pools.get(field)));
    }

    /** Returns a new row, or one that was there before. */
    Row row() {
        if (!rows.isEmpty() && values.oneIn(4)) {
            return values.oneOf(rows);
        }
        Row row = Row.of(schema.fields().stream()
                .map(field -> field.nullable() && values.oneIn(4) ? null : valueOf(field.name()))
                .toArray());
        rows.add(row);
        return row;
    }

    Key key() {
        Object[] all = schema.key().stream().map(this::valueOf).toArray();
        return Key.of(all[0], Arrays.copyOfRange(all, 1, all.length));
    }

    Change change() {
        int size = 1 + (values.oneIn(2) ? 0 : values.oneOf(List.of(1, 2, MOST_ROWS - 1)));
        List<Row> batch = IntStream.range(0, size).mapToObj(i -> row()).toList();
        return switch (values.oneOf(List.of(0, 0, 0, 1, 2, 2, 3))) {
            case 0 -> new Change.Insert(NAME, batch);
            case 1 ->
                new Change.Update(NAME, batch.stream().map(this::versioned).toList());
            case 2 -> new Change.Save(NAME, batch.stream().map(this::versioned).toList());
            default ->
                new Change.Delete(
                        NAME,
                        batch.stream()
                                .map(row -> new Change.Target(schema.keyOf(row), expected()))
                                .toList(),
                        values.oneIn(4));
        };
    }

    private Change.Versioned versioned(Row row) {
        return new Change.Versioned(row, expected());
    }

    private OptionalLong expected() {
        return schema.version().isPresent() && values.oneIn(2)
                ? OptionalLong.of((Long) valueOf(schema.version().get()))
                : OptionalLong.empty();
    }
}
