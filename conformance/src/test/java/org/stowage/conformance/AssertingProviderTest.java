package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** What watches the engine above a provider is tried on callers that do one thing each which they must not do. */
class AssertingProviderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final EntitySchema THING = EntitySchema.named("thing")
            .required("id", ValueType.INT64)
            .optional("number", ValueType.FLOAT64)
            .optional("list", new ValueType.ListOf(ValueType.INT64))
            .key("id")
            .build();

    private final AssertingProvider provider = new AssertingProvider(new Harnesses.Memory().provider());

    private record Caller(String violation, Consumer<Store> misdeed) {}

    @TestFactory
    Stream<DynamicTest> noticesACallerThat() {
        return Stream.of(
                        new Caller("it has closed", store -> {
                            store.close();
                            store.schemas();
                        }),
                        new Caller("patience", store -> store.begin(Access.READ_ONLY, Duration.ZERO)),
                        caller("that it has closed", Access.READ_ONLY, transaction -> {
                            transaction.close();
                            transaction.get("thing", Key.of(1L));
                        }),
                        caller("that it has committed", Access.READ_WRITE, transaction -> {
                            transaction.commit();
                            transaction.commit();
                        }),
                        caller("has failed", Access.READ_WRITE, transaction -> {
                            try {
                                transaction.apply(new Change.Insert("thing", List.of(row(1))));
                            } catch (RuntimeException e) {
                                transaction.commit();
                            }
                        }),
                        caller(
                                "may only read",
                                Access.READ_ONLY,
                                transaction -> transaction.apply(new Change.Insert("thing", List.of(row(2))))),
                        caller(
                                "writes nothing",
                                Access.READ_WRITE,
                                transaction -> transaction.apply(new Change.Insert("thing", List.of()))),
                        caller(
                                "unchecked row",
                                Access.READ_WRITE,
                                transaction ->
                                        transaction.apply(new Change.Insert("thing", List.of(Row.of(2L, -0.0, null))))),
                        caller("does not have", Access.READ_ONLY, transaction -> transaction.get("thin", Key.of(1L))),
                        caller("that it has closed", Access.READ_ONLY, transaction -> {
                            Scan scan = transaction.scan(all());
                            scan.close();
                            scan.next();
                        }))
                .map(caller -> DynamicTest.dynamicTest(caller.violation(), () -> {
                    Store store = opened();
                    assertThatThrownBy(() -> caller.misdeed().accept(store))
                            .isInstanceOf(AssertionError.class)
                            .hasMessageContaining(caller.violation());
                    store.close();
                }));
    }

    @Test
    void noticesTwoThreadsInOneTransaction() {
        Store store = opened();
        Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE);
        // A list that is looked at by the provider while it is given to it lets another thread in at that very moment.
        List<Object> intruding = new java.util.AbstractList<>() {
            @Override
            public Object get(int index) {
                return 1L;
            }

            @Override
            public int size() {
                return Elsewhere.call(() -> transaction.get("thing", Key.of(1L)))
                                .isPresent()
                        ? 1
                        : 0;
            }
        };
        Key key = Key.of(intruding);

        assertThatThrownBy(() -> transaction.get("thing", key)).isInstanceOf(Throwable.class);
        assertThat(provider.violations()).anyMatch(violation -> violation.contains("another thread"));
    }

    @Test
    void noticesWhatIsLeftOpen() {
        Store store = opened();
        Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE);
        transaction.scan(all());
        assertThatThrownBy(provider::requireAllClosed)
                .hasMessageContaining("a store was never closed")
                .hasMessageContaining("a transaction was never closed");
        transaction.close();
        assertThat(provider.violations()).contains("ends a transaction while rows are open");
    }

    @Test
    void saysNothingOfACallerThatKeepsTheContract() {
        Store store = opened();
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE);
                Scan scan = transaction.scan(all())) {
            assertThat(scan.next()).isEqualTo(row(1));
            assertThat(scan.next()).isNull();
        }
        store.close();
        provider.requireAllClosed();
    }

    private Store opened() {
        Store store = provider.open(StoreConfig.of("asserting", null, true, provider, Map.of()));
        store.evolve(List.of(new SchemaChange.CreateEntity(THING)));
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(new Change.Insert("thing", List.of(row(1))));
            transaction.commit();
        }
        return store;
    }

    private static Caller caller(String violation, Access access, Consumer<Transaction> misdeed) {
        return new Caller(violation, store -> {
            try (Transaction transaction = store.begin(access, PATIENCE)) {
                misdeed.accept(transaction);
            }
        });
    }

    private static ScanRequest all() {
        return Question.sorted("thing").request(THING);
    }

    private static Row row(long id) {
        return Row.of(id, 1.0, List.of());
    }
}
