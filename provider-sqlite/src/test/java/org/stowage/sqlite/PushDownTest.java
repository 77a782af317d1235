package org.stowage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Whatever SQLite does of a query, together with what it leaves it gives what the evaluator says. */
class PushDownTest {

    private static final int ROWS = 120;
    private static final int QUERIES = Integer.getInteger("stowage.queries", 600);

    @TempDir
    Path folder;

    private static EntitySchema schema() {
        EntitySchema.Builder builder = EntitySchema.named("Everything")
                .required("id", ValueType.INT64)
                .required("label", ValueType.TEXT)
                .required("amount", ValueType.DECIMAL);
        StoredValuesTest.types().forEach(builder::optional);
        return builder.key("id")
                .index(Index.on("text", "whole"))
                .index(Index.on("exact"))
                .index(Index.on("size"))
                .index(Index.on("label"))
                .build();
    }

    @Test
    void whatIsPushedDownAndWhatIsLeftGiveTheAnswerOfTheEvaluator() {
        RandomValues values = new RandomValues(RandomValues.seed());
        EntitySchema schema = schema();
        List<Row> rows = rows(values, schema);
        int pushed = 0;
        try (Store store = SqliteStores.openWith(folder.resolve("a.db"), schema)) {
            SqliteStores.write(store, new Change.Insert("Everything", rows));
            try (Transaction transaction = SqliteStores.reading(store)) {
                for (int i = 0; i < QUERIES; i++) {
                    ScanRequest request = request(schema, values);
                    Optional<List<Row>> expected = expected(schema, rows, request);
                    Answer answer = answer(schema, transaction, request);
                    assertThat(answer.rows)
                            .as("%s with %s", request.query(), request.arguments())
                            .isEqualTo(expected);
                    if (answer.count.isPresent()) {
                        pushed++;
                        assertThat(answer.count)
                                .as("count of %s with %s", request.query(), request.arguments())
                                .hasValue(expected.orElseThrow().size());
                    }
                }
            }
        }
        assertThat(pushed).as("queries that SQLite answered alone").isGreaterThan(QUERIES / 10);
    }

    private record Answer(Optional<List<Row>> rows, OptionalLong count) {}

    private static ScanRequest request(EntitySchema schema, RandomValues values) {
        RandomConditions conditions = new RandomConditions(schema, values);
        Condition condition = conditions.condition(values.random().nextInt(4));
        List<Sort> sorts = new ArrayList<>();
        for (int i = values.random().nextInt(3); i > 0; i--) {
            Field field = values.pick(schema.fields().stream()
                    .filter(candidate -> candidate.type().ordered())
                    .toList());
            Sort sort = new Sort(
                    Expression.Path.of(field.name(), field.type()),
                    values.random().nextBoolean(),
                    values.random().nextBoolean(),
                    field.type().equals(ValueType.TEXT) && values.random().nextInt(4) == 0);
            sorts.add(sort);
        }
        long offset = values.random().nextInt(3) == 0 ? values.random().nextInt(5) : 0;
        long limit = values.random().nextInt(3) == 0 ? values.random().nextInt(10) : ScanRequest.UNLIMITED;
        Set<String> fields = values.random().nextInt(4) == 0 ? Set.of("label", "exact") : Set.of();
        return new ScanRequest(Query.of(schema, condition, sorts, fields), conditions.arguments(), offset, limit);
    }

    private static List<Row> rows(RandomValues values, EntitySchema schema) {
        List<Row> rows = new ArrayList<>();
        for (long id = 0; id < ROWS; id++) {
            @Nullable Object[] row = schema.fields().stream().map(values::orNull).toArray();
            row[0] = id;
            rows.add(Row.of(row));
        }
        return rows;
    }

    /** Returns what the evaluator says, or empty if it finds an error. */
    private static Optional<List<Row>> expected(EntitySchema schema, List<Row> rows, ScanRequest request) {
        return finished(schema, rows, request, request.query().condition(), false, false);
    }

    private static Optional<List<Row>> finished(
            EntitySchema schema,
            List<Row> rows,
            ScanRequest request,
            Condition condition,
            boolean ordered,
            boolean limited) {
        Evaluator.Filter filter = Evaluator.filter(schema, condition);
        try {
            var matches = rows.stream().filter(row -> filter.matches(row, request.arguments())).toList().stream();
            var inOrder = ordered
                    ? matches
                    : matches.sorted(Evaluator.order(schema, request.query().sorts()));
            var part = limited ? inOrder : inOrder.skip(request.offset()).limit(request.limit());
            return Optional.of(part.map(row -> wanted(schema, request, row)).toList());
        } catch (ArithmeticOverflowException error) {
            return Optional.empty();
        }
    }

    private static Row wanted(EntitySchema schema, ScanRequest request, Row row) {
        Row result = row;
        if (!request.query().fields().isEmpty()) {
            for (Field field : schema.fields()) {
                if (!request.query().fields().contains(field.name())) {
                    result = result.with(schema.position(field.name()), null);
                }
            }
        }
        return result;
    }

    private static Answer answer(EntitySchema schema, Transaction transaction, ScanRequest request) {
        List<Row> rows = new ArrayList<>();
        try (Scan scan = transaction.scan(request)) {
            for (Row row = scan.next(); row != null; row = scan.next()) {
                rows.add(row);
            }
            assertThat(scan.rowsRead()).isGreaterThanOrEqualTo(rows.size());
            return new Answer(
                    finished(schema, rows, request, scan.residual(), scan.ordered(), scan.limited()),
                    ((RowCounter) transaction).count(request));
        }
    }

    @Test
    void everyShortPatternFindsWhatItShould() {
        List<String> alphabet =
                List.of("a", "A", "%", "_", "!", "*", "?", "[", "]", "^", "-", "\ufffd", "\uffff", "😀");
        EntitySchema schema = EntitySchema.named("Word")
                .required("text", ValueType.TEXT)
                .key("text")
                .build();
        List<Row> rows = new ArrayList<>();
        for (String first : alphabet) {
            rows.add(Row.of(first));
            alphabet.forEach(second -> rows.add(Row.of(first + second)));
        }
        rows.add(Row.of(""));
        Expression text = Expression.Path.of("text", ValueType.TEXT);
        Expression pattern = new Expression.Parameter(0, ValueType.TEXT);
        List<Condition> conditions = List.of(
                new Condition.Like(text, pattern, OptionalInt.empty()),
                new Condition.Contains(Condition.Place.START, text, pattern),
                new Condition.Contains(Condition.Place.END, text, pattern),
                new Condition.Contains(Condition.Place.ANYWHERE, text, pattern));
        try (Store store = SqliteStores.openWith(folder.resolve("a.db"), schema)) {
            SqliteStores.write(store, new Change.Insert("Word", rows));
            try (Transaction transaction = SqliteStores.reading(store)) {
                for (Condition condition : conditions) {
                    Query query = Query.of(schema, condition, List.of());
                    for (String first : alphabet) {
                        for (String second : alphabet) {
                            for (String third : List.of("", "%", "a", "?")) {
                                ScanRequest request = ScanRequest.all(query, List.of(first + second + third));
                                assertThat(answer(schema, transaction, request).rows)
                                        .as("%s with %s", query, request.arguments())
                                        .isEqualTo(expected(schema, rows, request));
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void aListOfTenThousandValuesIsOnePlaceOfOneStatement() {
        EntitySchema schema = EntitySchema.named("Number")
                .required("id", ValueType.INT64)
                .key("id")
                .build();
        try (Store store = SqliteStores.openWith(folder.resolve("a.db"), schema)) {
            List<Row> rows = new ArrayList<>();
            List<Object> wanted = new ArrayList<>();
            for (long i = 0; i < 10_000; i++) {
                rows.add(Row.of(i));
                wanted.add(i * 2);
            }
            SqliteStores.write(store, new Change.Insert("Number", rows));
            Condition in = new Condition.In(
                    Expression.Path.of("id", ValueType.INT64),
                    List.of(new Expression.Parameter(0, new ValueType.ListOf(ValueType.INT64))));
            ScanRequest request = ScanRequest.all(Query.of(schema, in, List.of()), List.of(wanted));
            assertThat(SqliteStores.rows(store, request)).hasSize(5_000).doesNotContain(Row.of(1L));
        }
    }

    @Test
    void aPatternFullOfWildcardsIsMatchedInNoTime() {
        EntitySchema schema = EntitySchema.named("Page")
                .required("id", ValueType.INT64)
                .required("body", ValueType.TEXT)
                .key("id")
                .build();
        try (Store store = SqliteStores.openWith(folder.resolve("a.db"), schema)) {
            SqliteStores.insert(store, "Page", Row.of(1L, "a".repeat(3_000)));
            Condition like = new Condition.Like(
                    Expression.Path.of("body", ValueType.TEXT),
                    new Expression.Parameter(0, ValueType.TEXT),
                    OptionalInt.empty());
            Query query = Query.of(schema, like, List.of());
            Map<String, Integer> found = Map.of("%a".repeat(12) + "%b", 0, "%a".repeat(12) + "%", 1);
            found.forEach((pattern, rows) -> assertThat(
                            SqliteStores.rows(store, ScanRequest.all(query, List.of(pattern))))
                    .hasSize(rows));
        }
    }
}
