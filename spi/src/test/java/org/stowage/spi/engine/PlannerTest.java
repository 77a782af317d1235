package org.stowage.spi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Access;
import org.stowage.spi.CompletedScan;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Condition.Relation;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Expression.Literal;
import org.stowage.spi.query.Expression.Parameter;
import org.stowage.spi.query.Expression.Path;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class PlannerTest {

    private static final ValueType LEVEL = new ValueType.Enumeration(List.of("low", "high", "extreme"));

    private static final EntitySchema ITEM = EntitySchema.named("item")
            .required("shop", ValueType.TEXT)
            .required("id", ValueType.INT64)
            .optional("category", ValueType.TEXT)
            .optional("price", ValueType.DECIMAL)
            .required("level", LEVEL)
            .optional("sku", ValueType.TEXT)
            .optional("stock", ValueType.INT64)
            .key("shop", "id")
            .index(Index.on("category", "price"))
            .index(Index.on("price"))
            .index(Index.on("level", "category"))
            .index(Index.unique("sku"))
            .build();

    private static final List<Relation> RELATIONS = List.of(Relation.values());

    // Texts that begin alike end before the next character: behind the last there is none, and behind U+D7FF a gap.
    private static final List<String> CATEGORIES =
            List.of("c1", "c10", "c2", "d", "\uD83D\uDE00", "\uFFFD", "", "\uDBFF\uDFFF", "d\uDBFF\uDFFF", "\uD7FF");

    private static final Path SHOP = path("shop");
    private static final Path ID = path("id");
    private static final Path CATEGORY = path("category");
    private static final Path PRICE = path("price");
    private static final Path SKU = path("sku");
    private static final Path STOCK = path("stock");

    @Test
    void answersRandomQueriesAsTheEvaluatorDoes() {
        Random random = Seeds.random("PlannerTest");
        List<Row> rows = rows(random, 400);
        try (Engine engine = Engine.named("test").load(ITEM, rows.iterator()).open();
                Transaction reading = engine.begin(Access.READ_ONLY, Duration.ofSeconds(1));
                Transaction writing = engine.begin(Access.READ_WRITE, Duration.ofSeconds(1))) {
            // The same rows, but by way of many writes.
            List<Row> others = rows(random, 300);
            List<Change.Target> all =
                    rows.stream().map(row -> Change.Target.any(ITEM.keyOf(row))).toList();
            writing.apply(new Change.Delete("item", all, true));
            others.forEach(row -> writing.apply(new Change.Insert("item", List.of(row))));
            for (int i = 0; i < 6_000; i++) {
                ScanRequest request = request(random);
                assertSame(reading, request, rows);
                assertSame(writing, request, others);
            }
        }
    }

    private static void assertSame(Transaction transaction, ScanRequest request, List<Row> rows) {
        Evaluator.Filter filter = Evaluator.filter(ITEM, request.query());
        List<Row> matches = rows.stream()
                .filter(row -> filter.matches(row, request.arguments()))
                .sorted(Evaluator.order(ITEM, request.query()))
                .toList();
        List<Row> wanted =
                matches.stream().skip(request.offset()).limit(request.limit()).toList();
        ScanPlan plan = ((ScanExplainer) transaction).explain(request);
        String message = request + " by " + plan;
        try (Scan raw = transaction.scan(request)) {
            assertThat(raw.ordered()).as(message).isEqualTo(plan.ordered());
            assertThat(raw.limited()).as(message).isEqualTo(plan.limited());
            assertThat(read(CompletedScan.of(raw, request, ITEM))).as(message).isEqualTo(wanted);
            assertThat(raw.rowsRead()).as(message).isBetween((long) wanted.size(), (long) rows.size());
        }
        OptionalLong count = ((RowCounter) transaction).count(request);
        if (count.isPresent()) {
            assertThat(count.getAsLong()).as(message).isEqualTo(wanted.size());
        }
    }

    @Test
    void readsOnlyTheRangeOfACompositeIndexAndStopsAtTheLimit() {
        List<Row> rows = rows(new Random(1), 2_000);
        try (Engine engine = Engine.named("test").load(ITEM, rows.iterator()).open();
                Transaction transaction = engine.begin(Access.READ_ONLY, Duration.ofSeconds(1))) {
            Query cheapest =
                    Query.of(ITEM, equal(CATEGORY, new Parameter(0, ValueType.TEXT)), List.of(Sort.ascending(PRICE)));
            ScanRequest request = new ScanRequest(cheapest, List.of("c1"), 0, 20);
            assertThat(plan(transaction, request))
                    .startsWith("index (category, price): category = 'c1', order by price, shop, id");
            try (Scan scan = transaction.scan(request)) {
                assertThat(scan.ordered()).isTrue();
                assertThat(scan.limited()).isTrue();
                assertThat(read(scan)).hasSize(20);
                assertThat(scan.rowsRead()).isEqualTo(20);
            }
        }
    }

    @Test
    void goesBackwardThroughGroupsThatGoForward() {
        List<Row> rows = rows(new Random(2), 2_000);
        try (Engine engine = Engine.named("test").load(ITEM, rows.iterator()).open();
                Transaction transaction = engine.begin(Access.READ_ONLY, Duration.ofSeconds(1))) {
            Query dearest = Query.of(ITEM, Condition.ALWAYS, List.of(Sort.descending(PRICE)));
            ScanRequest request = new ScanRequest(dearest, List.of(), 5, 10);
            try (Scan scan = transaction.scan(request)) {
                assertThat(read(scan)).hasSize(10);
                assertThat(scan.rowsRead()).isEqualTo(10);
            }
            assertThat(plan(transaction, request)).startsWith("index (price): order by price desc, shop, id");
        }
    }

    @Test
    void namesTheKeyAUniqueIndexOrAFullScan() {
        List<Row> rows = rows(new Random(3), 2_000);
        try (Engine engine = Engine.named("test").load(ITEM, rows.iterator()).open();
                Transaction transaction = engine.begin(Access.READ_ONLY, Duration.ofSeconds(1))) {
            assertThat(plan(transaction, all(equal(SHOP, text("s1")))))
                    .startsWith("key: shop = 's1', order by shop, id");
            assertThat(plan(transaction, all(equal(SKU, text("k17"))))).startsWith("unique index (sku): sku = 'k17'");
            assertThat(plan(transaction, all(equal(STOCK, new Literal(5L, ValueType.INT64)))))
                    .startsWith("full scan")
                    .contains("test each row: stock = 5");
        }
    }

    @Test
    void countsARangeWithoutReadingIt() {
        List<Row> rows = rows(new Random(4), 2_000);
        try (Engine engine = Engine.named("test").load(ITEM, rows.iterator()).open();
                Transaction transaction = engine.begin(Access.READ_ONLY, Duration.ofSeconds(1))) {
            RowCounter counter = (RowCounter) transaction;
            long expected = rows.stream()
                    .filter(row -> row.get(3) instanceof BigDecimal price
                            && price.compareTo(new BigDecimal(2)) >= 0
                            && price.compareTo(new BigDecimal(5)) <= 0)
                    .count();
            assertThat(counter.count(all(new Condition.Between(PRICE, price(2), price(5)))))
                    .hasValue(expected);
            assertThat(counter.count(all(equal(STOCK, new Literal(5L, ValueType.INT64)))))
                    .isEmpty();
        }
    }

    @Test
    void looksAtEveryRowThatAFailingPartInFrontMustSee() {
        Row row = Row.of("s1", 1L, "c1", BigDecimal.ONE, "low", null, 0L);
        Condition divides = new Condition.Comparison(
                Relation.GREATER,
                Expression.Arithmetic.of(Expression.Operator.DIVIDE, new Literal(1L, ValueType.INT64), STOCK),
                new Literal(0L, ValueType.INT64));
        Condition other = equal(CATEGORY, text("c2"));
        try (Engine engine =
                        Engine.named("test").load(ITEM, List.of(row).iterator()).open();
                Transaction transaction = engine.begin(Access.READ_ONLY, Duration.ofSeconds(1))) {
            try (Scan scan = transaction.scan(all(new Condition.And(List.of(divides, other))))) {
                assertThatThrownBy(scan::next).isInstanceOf(ArithmeticOverflowException.class);
            }
            try (Scan scan = transaction.scan(all(new Condition.And(List.of(other, divides))))) {
                assertThat(scan.next()).isNull();
            }
        }
    }

    private static String plan(Transaction transaction, ScanRequest request) {
        return String.join("; ", ((ScanExplainer) transaction).explain(request).steps());
    }

    private static ScanRequest all(Condition condition) {
        return ScanRequest.all(Query.of(ITEM, condition, List.of()));
    }

    private static List<Row> read(Scan scan) {
        List<Row> rows = new ArrayList<>();
        for (Row row = scan.next(); row != null; row = scan.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static List<Row> rows(Random random, int count) {
        TreeMap<Long, Row> rows = new TreeMap<>();
        for (long i = 0; i < count; i++) {
            Row row = Row.of(
                    "s" + random.nextInt(4),
                    i,
                    random.nextInt(6) == 0 ? null : category(random),
                    random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(8)),
                    ((ValueType.Enumeration) LEVEL).names().get(random.nextInt(3)),
                    random.nextInt(6) == 0 ? null : "k" + i,
                    random.nextInt(6) == 0 ? null : (Long) (long) random.nextInt(10));
            rows.put(random.nextLong(), row);
        }
        return List.copyOf(rows.values());
    }

    private static String category(Random random) {
        return CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    }

    private static ScanRequest request(Random random) {
        List<@Nullable Object> arguments = new ArrayList<>();
        List<Condition> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(part(random, arguments));
        }
        List<Sort> sorts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Path path = List.of(SHOP, ID, CATEGORY, PRICE, SKU, STOCK, path("level"))
                    .get(random.nextInt(7));
            boolean descending = random.nextBoolean();
            boolean nullsFirst = random.nextInt(5) == 0 ? descending : !descending;
            boolean ignoreCase = path.type().equals(ValueType.TEXT) && random.nextInt(8) == 0;
            if (sorts.stream().noneMatch(sort -> sort.path().equals(path))) {
                sorts.add(new Sort(path, descending, nullsFirst, ignoreCase));
            }
        }
        Query query = Query.of(ITEM, new Condition.And(parts), sorts);
        long limit = random.nextInt(3) == 0 ? ScanRequest.UNLIMITED : random.nextInt(12);
        return new ScanRequest(query, arguments, random.nextInt(3) == 0 ? random.nextInt(30) : 0, limit);
    }

    private static Condition part(Random random, List<@Nullable Object> arguments) {
        Path path = List.of(SHOP, ID, CATEGORY, CATEGORY, PRICE, PRICE, SKU, STOCK, path("level"))
                .get(random.nextInt(9));
        boolean text = path.type().equals(ValueType.TEXT);
        return switch (random.nextInt(text ? 12 : 9)) {
            case 0, 1, 2 -> {
                Relation relation =
                        random.nextBoolean() ? Relation.EQUAL : RELATIONS.get(random.nextInt(RELATIONS.size()));
                Expression given = given(path, random, arguments);
                yield random.nextInt(4) == 0
                        ? new Condition.Comparison(relation, given, path)
                        : new Condition.Comparison(relation, path, given);
            }
            case 3 -> new Condition.Between(path, given(path, random, arguments), given(path, random, arguments));
            case 4 -> {
                List<Expression> options = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    options.add(given(path, random, arguments));
                }
                yield new Condition.In(path, options);
            }
            case 5 -> {
                arguments.add(Arrays.asList(value(path, random), value(path, random), null, value(path, random)));
                yield new Condition.In(
                        path, List.of(new Parameter(arguments.size() - 1, new ValueType.ListOf(path.type()))));
            }
            case 6 -> new Condition.IsNull(path);
            case 7 -> new Condition.Not(new Condition.IsNull(path));
            case 8 -> new Condition.Or(List.of(part(random, arguments), part(random, arguments)));
            case 9, 10 ->
                new Condition.Contains(
                        random.nextInt(4) == 0 ? Condition.Place.ANYWHERE : Condition.Place.START,
                        path,
                        given(path, random, arguments));
            default ->
                new Condition.Like(
                        path,
                        text(List.of("c%", "c1", "k1_", "%", "", "s1%", "c!%", "k2%7")
                                .get(random.nextInt(8))),
                        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of('!'));
        };
    }

    private static Expression given(Path path, Random random, List<@Nullable Object> arguments) {
        if (random.nextBoolean()) {
            return new Literal(value(path, random), path.type());
        }
        arguments.add(random.nextInt(8) == 0 ? null : value(path, random));
        return new Parameter(arguments.size() - 1, path.type());
    }

    private static Object value(Path path, Random random) {
        return switch (path.field()) {
            case "shop" -> "s" + random.nextInt(5);
            case "id" -> (long) random.nextInt(400);
            case "category" -> category(random);
            case "price" -> BigDecimal.valueOf(random.nextInt(9));
            case "level" -> ((ValueType.Enumeration) LEVEL).names().get(random.nextInt(3));
            case "sku" -> "k" + random.nextInt(400);
            default -> (long) random.nextInt(10);
        };
    }

    private static Condition equal(Path path, Expression value) {
        return new Condition.Comparison(Relation.EQUAL, path, value);
    }

    private static Literal text(String value) {
        return new Literal(value, ValueType.TEXT);
    }

    private static Literal price(int value) {
        return new Literal(BigDecimal.valueOf(value), ValueType.DECIMAL);
    }

    private static Path path(String field) {
        return Path.of(field, ITEM.field(field).orElseThrow().type());
    }
}
