package org.stowage.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stowage.fixture.RecordingProvider;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class PushDownTest {

    private static final EntitySchema CART = EntitySchema.named("Cart")
            .required("id", ValueType.INT64)
            .required("owner", ValueType.TEXT)
            .key("id")
            .build();
    private static final Expression.Path OWNER = Expression.Path.of("owner", ValueType.TEXT);
    private static final Condition NOT_DORA = new Condition.Not(
            new Condition.Comparison(Condition.Relation.EQUAL, OWNER, new Expression.Literal("dora", ValueType.TEXT)));

    /** All but Dora, backwards, without the first of them, two at most. */
    private static final ScanRequest PART = new ScanRequest(
            Query.of(CART, NOT_DORA, List.of(Sort.descending(OWNER)), Set.of("owner")), List.of(), 1, 2);

    private final RecordingProvider provider = new RecordingProvider();

    private OpenStore open(Map<String, String> options) {
        OpenStore store = OpenStore.open(provider, StoreConfig.of("main", null, true, provider, options));
        store.ensure(CART);
        store.write(transaction -> transaction.apply(new Change.Insert(
                "Cart", List.of(Row.of(1L, "dora"), Row.of(2L, "anna"), Row.of(3L, "carl"), Row.of(4L, "bert")))));
        return store;
    }

    private static List<@Nullable Object> owners(OpenStore store) {
        return store.read(transaction -> {
            try (Stream<Row> rows = transaction.scan(PART).stream()) {
                return rows.<@Nullable Object>map(row -> row.get(1)).toList();
            }
        });
    }

    private static long count(OpenStore store) {
        return store.<Long>read(transaction -> transaction.count(PART));
    }

    @Test
    void asksTheProviderForHelpUnlessItIsSwitchedOff() {
        try (OpenStore store = open(Map.of())) {
            assertThat(owners(store)).containsExactly("bert", "anna");
            assertThat(count(store)).isEqualTo(2);
            assertThat(provider.scans).first().isEqualTo(PART);
            assertThat(provider.counts).containsExactly(PART);
        }
    }

    @Test
    void asksForEveryRowAndNothingElseOnceItIsSwitchedOff() {
        try (OpenStore store = open(Map.of("push-down", "false"))) {
            assertThat(owners(store)).containsExactly("bert", "anna");
            assertThat(count(store)).isEqualTo(2);
            ScanRequest everything = ScanRequest.all(Query.of(CART, Condition.ALWAYS, List.of()));
            assertThat(provider.scans).containsExactly(everything, everything);
            assertThat(provider.counts).isEmpty();
        }
    }

    @Test
    void explainsThatItIsSwitchedOff() {
        try (OpenStore store = open(Map.of("push-down", "false"))) {
            ScanPlan plan = store.read(transaction -> transaction.explain(PART));
            assertThat(plan.steps()).first().asString().startsWith("push-down is off");
            assertThat(plan.residual()).isEqualTo(NOT_DORA);
            assertThat(plan.ordered()).isFalse();
            assertThat(plan.limited()).isFalse();
            assertThat(provider.scans).isEmpty();
        }
    }
}
