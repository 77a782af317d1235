package org.stowage.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.query.Places.SCHEMA;
import static org.stowage.spi.query.Places.path;
import static org.stowage.spi.query.Places.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class KeysetTest {

    private static final List<String> PATHS = List.of("name", "people", "area", "address.number", "address.street");

    @Test
    void holdsOfExactlyTheRowsBehindInTheOrder() {
        Random random = Places.seeded(KeysetTest.class);
        for (int round = 0; round < 300; round++) {
            List<Row> rows = Places.random(random, 40);
            List<Sort> order = Query.of(SCHEMA, Condition.ALWAYS, sorts(random)).sorts();
            rows.sort(Evaluator.order(SCHEMA, order));
            Keyset keyset = Keyset.of(SCHEMA, order);
            for (int i = 0; i < rows.size(); i++) {
                List<Object> position = keyset.positionOf(rows.get(i));
                assertFound(keyset, position, rows, rows.subList(i + 1, rows.size()));
                assertFound(keyset.reversed(), position, rows, rows.subList(0, i));
            }
        }
    }

    @Test
    void aPositionNeedNotBeThatOfARow() {
        Random random = Places.seeded(KeysetTest.class);
        for (int round = 0; round < 100; round++) {
            List<Row> rows = Places.random(random, 30);
            List<Sort> sorts = Query.of(SCHEMA, Condition.ALWAYS, sorts(random)).sorts();
            Comparator<Row> order = Evaluator.order(SCHEMA, sorts);
            Row gone = Places.random(random, 60).get(0);
            List<Row> behind =
                    rows.stream().filter(row -> order.compare(row, gone) > 0).toList();
            Keyset keyset = Keyset.of(SCHEMA, sorts);
            assertFound(keyset, keyset.positionOf(gone), rows, behind);
        }
    }

    @Test
    void beginsWithARangeThatAnIndexCanServe() {
        Keyset keyset = Keyset.of(
                SCHEMA,
                List.of(Sort.descending(path("people")), Sort.ascending(path("name")), Sort.ascending(path("id"))));
        assertThat(QueryText.describe(keyset.after(Arrays.asList(5L, null, 7L))))
                .isEqualTo(
                        "(people <= 5 or people is null) and (people < 5 or people is null or name is not null or id > 7)");
        Keyset byId = Keyset.of(SCHEMA, List.of(Sort.ascending(path("people")), Sort.ascending(path("id"))));
        assertThat(QueryText.describe(byId.after(Keyset.nullsOf(List.of(5L, 7L)), 2)))
                .isEqualTo("people >= :3 and (people > :3 or id > :4)");
    }

    @Test
    void isOneShapeForAllPositionsWithTheSameNulls() {
        Keyset keyset =
                Keyset.of(SCHEMA, List.of(Sort.ascending(path("name")).ignoringCase(), Sort.ascending(path("id"))));
        assertThat(Keyset.nullsOf(Arrays.asList(null, 1L))).isNotEqualTo(Keyset.nullsOf(List.of("a", 1L)));
        assertThat(keyset.arguments(Arrays.asList(null, 1L))).containsExactly(1L);
        assertThat(keyset.arguments(List.of("STRAßE", 1L))).containsExactly("strasse", 1L);
    }

    @Test
    void refusesAPositionOfAnotherOrder() {
        Keyset keyset = Keyset.of(SCHEMA, List.of(Sort.ascending(path("id"))));
        assertThatThrownBy(() -> keyset.after(List.of(1L, 2L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'2' values");
        assertThat(keyset.positionOf(row(4, null, null))).containsExactly(4L);
    }

    private static void assertFound(Keyset keyset, List<Object> position, List<Row> rows, List<Row> expected) {
        Query literal = Query.of(SCHEMA, keyset.after(position), keyset.sorts());
        Query prepared = Query.of(SCHEMA, keyset.after(Keyset.nullsOf(position), 0), keyset.sorts());
        assertThat(found(ScanRequest.all(literal), rows))
                .as("%s behind %s", literal, position)
                .isEqualTo(expected);
        assertThat(found(ScanRequest.all(prepared, keyset.arguments(position)), rows))
                .as("%s with %s", prepared, position)
                .isEqualTo(expected);
    }

    private static List<Row> found(ScanRequest request, List<Row> rows) {
        Evaluator.Filter filter = Evaluator.filter(SCHEMA, request.query());
        return rows.stream()
                .filter(row -> filter.matches(row, request.arguments()))
                .toList();
    }

    private static List<Sort> sorts(Random random) {
        List<String> paths = new ArrayList<>(PATHS);
        Collections.shuffle(paths, random);
        List<Sort> sorts = new ArrayList<>();
        for (String name : paths.subList(0, random.nextInt(4))) {
            boolean ignoreCase = name.equals("name") && random.nextBoolean();
            sorts.add(new Sort(path(name), random.nextBoolean(), random.nextBoolean(), ignoreCase));
        }
        if (random.nextInt(3) == 0) {
            sorts.add(Sort.descending(path("id")));
        }
        return sorts;
    }

    @Test
    void needsAnOrder() {
        List<Sort> none = List.of();
        assertThatThrownBy(() -> Keyset.of(SCHEMA, none)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksForNoNullWithinAStructThatIsAlwaysThere() {
        EntitySchema always = EntitySchema.named("house")
                .required("id", ValueType.INT64)
                .required("address", Places.ADDRESS)
                .key("id")
                .build();
        Expression.Path number = new Expression.Path(List.of("address", "number"), ValueType.INT64);
        Expression.Path id = Expression.Path.of("id", ValueType.INT64);
        Keyset keyset = Keyset.of(always, List.of(Sort.descending(number), Sort.ascending(id)));
        assertThat(QueryText.describe(keyset.after(List.of(5L, 7L)))).doesNotContain("null");
    }
}
