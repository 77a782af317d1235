package org.stowage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class StoredValuesTest {

    private static final int ROWS = 200;

    @TempDir
    Path folder;

    static Map<String, ValueType> types() {
        Map<String, ValueType> types = new LinkedHashMap<>();
        types.put("truth", ValueType.BOOLEAN);
        types.put("whole", ValueType.INT64);
        types.put("floating", ValueType.FLOAT64);
        types.put("exact", ValueType.DECIMAL);
        types.put("text", ValueType.TEXT);
        types.put("bytes", ValueType.BYTES);
        types.put("uuid", ValueType.UUID);
        types.put("instant", ValueType.INSTANT);
        types.put("date", ValueType.DATE);
        types.put("time", ValueType.TIME);
        types.put("dateTime", ValueType.DATETIME);
        types.put("size", new ValueType.Enumeration(List.of("SMALL", "MEDIUM", "LARGE")));
        types.put("grade", new ValueType.Enumeration(List.of("A", "B", "C")));
        types.put("list", new ValueType.ListOf(ValueType.TEXT));
        types.put(
                "struct",
                new ValueType.Struct(List.of(
                        Field.optional("city", ValueType.TEXT),
                        Field.optional("price", ValueType.DECIMAL),
                        Field.required("stamps", new ValueType.ListOf(ValueType.INSTANT)))));
        return types;
    }

    static EntitySchema schema() {
        EntitySchema.Builder builder = EntitySchema.named("Everything").required("id", ValueType.INT64);
        types().forEach(builder::optional);
        return builder.key("id").build();
    }

    @Test
    void everyValueComesBackAsItWasAfterTheStoreWasOpenedAgain() {
        RandomValues values = new RandomValues(RandomValues.seed());
        EntitySchema schema = schema();
        List<Row> rows = rows(values, schema);
        try (Store store = SqliteStores.openWith(folder.resolve("a.db"), schema)) {
            SqliteStores.write(store, new Change.Insert("Everything", rows));
        }
        try (Store store = SqliteStores.open(folder.resolve("a.db"));
                Transaction transaction = SqliteStores.reading(store)) {
            assertThat(store.schemas()).containsExactly(schema);
            assertThat(SqliteStores.rows(transaction, ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of()))))
                    .isEqualTo(rows);
            for (Row row : rows) {
                assertThat(transaction.get("Everything", schema.keyOf(row))).contains(row);
            }
            assertThat(transaction.get("Everything", Key.of(-1L))).isEmpty();
        }
    }

    @Test
    void everyTypeSortsInItsOrderWithNullAsTheSmallest() {
        RandomValues values = new RandomValues(RandomValues.seed());
        EntitySchema schema = schema();
        List<Row> rows = rows(values, schema);
        try (Store store = SqliteStores.openWith(folder.resolve("a.db"), schema)) {
            SqliteStores.write(store, new Change.Insert("Everything", rows));
            types().forEach((name, type) -> {
                if (type.ordered()) {
                    Sort ascending = Sort.ascending(Expression.Path.of(name, type));
                    List<Sort> sorts = List.of(
                            ascending,
                            ascending.reversed(),
                            new Sort(ascending.path(), false, false, false),
                            new Sort(ascending.path(), true, true, false));
                    for (Sort sort : sorts) {
                        assertThat(sorted(store, schema, sort)).isEqualTo(sorted(rows, schema, sort));
                    }
                }
            });
        }
    }

    @Test
    void valuesOfEveryOrderedTypeAreKeys() {
        RandomValues values = new RandomValues(RandomValues.seed());
        types().forEach((name, type) -> {
            if (type.ordered()) {
                EntitySchema schema = EntitySchema.named("Keyed_" + name)
                        .required("key", type)
                        .optional("content", ValueType.INT64)
                        .key("key")
                        .build();
                Map<Object, Row> rows = new LinkedHashMap<>();
                for (int i = 0; i < 50; i++) {
                    Object key = values.of(type);
                    rows.put(key, Row.of(key, (long) i));
                }
                try (Store store = SqliteStores.openWith(folder.resolve(name + ".db"), schema)) {
                    SqliteStores.write(store, new Change.Insert(schema.name(), List.copyOf(rows.values())));
                    List<Row> expected = new ArrayList<>(rows.values());
                    expected.sort(Comparator.comparing(row -> Objects.requireNonNull(row.get(0)), type.order()));
                    assertThat(SqliteStores.rows(store, ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of()))))
                            .isEqualTo(expected);
                    try (Transaction transaction = SqliteStores.reading(store)) {
                        rows.forEach((key, row) -> assertThat(transaction.get(schema.name(), Key.of(key)))
                                .contains(row));
                    }
                }
            }
        });
    }

    private static List<Row> rows(RandomValues values, EntitySchema schema) {
        List<Row> rows = new ArrayList<>();
        for (long id = 0; id < ROWS; id++) {
            Object[] row = schema.fields().stream().map(values::orNull).toArray();
            row[0] = id;
            rows.add(Row.of(row));
        }
        return rows;
    }

    private static List<Object> sorted(Store store, EntitySchema schema, Sort sort) {
        return SqliteStores.rows(store, ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of(sort)))).stream()
                .map(row -> List.of(
                        Objects.requireNonNullElse(
                                row.get(schema.position(sort.path().field())), "null"),
                        Objects.requireNonNull(row.get(0))))
                .map(Object.class::cast)
                .toList();
    }

    private static List<Object> sorted(List<Row> rows, EntitySchema schema, Sort sort) {
        int position = schema.position(sort.path().field());
        Comparator<Object> order = sort.path().type().order();
        Comparator<Object> directed = sort.descending() ? order.reversed() : order;
        Comparator<Object> nulls = sort.nullsFirst() ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed);
        return rows.stream()
                .sorted((a, b) -> nulls.compare(a.get(position), b.get(position)))
                .map(row -> List.of(
                        Objects.requireNonNullElse(row.get(position), "null"), Objects.requireNonNull(row.get(0))))
                .map(Object.class::cast)
                .toList();
    }
}
