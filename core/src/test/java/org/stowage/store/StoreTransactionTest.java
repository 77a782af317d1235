package org.stowage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.fixture.ListProvider;
import org.stowage.spi.Access;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.InvalidNameException;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.ReadOnlyException;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.error.StoreUnavailableException;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class StoreTransactionTest {

    private static final EntitySchema CART = EntitySchema.named("Cart")
            .required("id", ValueType.INT64)
            .required("owner", ValueType.TEXT)
            .optional("total", ValueType.DECIMAL)
            .key("id")
            .build();
    private static final Expression.Path OWNER = Expression.Path.of("owner", ValueType.TEXT);

    /** What the provider throws instead of an operation, or null to do it. */
    private final Map<String, Supplier<@Nullable RuntimeException>> faults = new HashMap<>();

    private final List<String> operations = new ArrayList<>();
    private OpenStore store;

    @BeforeEach
    void open() {
        Consumer<String> hook = operation -> {
            operations.add(operation);
            RuntimeException fault = faults.getOrDefault(operation, () -> null).get();
            if (fault != null) {
                throw fault;
            }
        };
        ListProvider provider = new ListProvider("list", hook);
        store = OpenStore.open(
                provider, StoreConfig.of("main", "here", true, provider, Map.of()), Duration.ofMillis(200));
        store.ensure(CART);
    }

    @AfterEach
    void close() {
        faults.clear();
        store.close();
    }

    private static Row cart(long id, String owner) {
        return Row.of(id, owner, null);
    }

    private static Change insert(Row... rows) {
        return new Change.Insert("Cart", List.of(rows));
    }

    private void fill(Row... rows) {
        store.write(transaction -> transaction.apply(insert(rows)));
    }

    private Optional<Row> stored(long id) {
        return store.read(transaction -> transaction.get("Cart", Key.of(id)));
    }

    private List<@Nullable Object> owners(ScanRequest request) {
        return store.read(transaction -> {
            try (Stream<Row> rows = transaction.scan(request).stream()) {
                return rows.<@Nullable Object>map(row -> row.get(1)).toList();
            }
        });
    }

    @Test
    void finishesAScanThatTheProviderLeftEntirelyUndone() {
        fill(cart(1, "dora"), cart(2, "anna"), cart(3, "carl"), cart(4, "bert"), cart(5, "emil"));
        Condition notDora = new Condition.Not(new Condition.Comparison(
                Condition.Relation.EQUAL, OWNER, new Expression.Literal("dora", ValueType.TEXT)));
        Query query = Query.of(CART, notDora, List.of(Sort.descending(OWNER)));

        assertThat(owners(new ScanRequest(query, List.of(), 1, 2))).containsExactly("carl", "bert");
        assertThat(owners(ScanRequest.all(query))).containsExactly("emil", "carl", "bert", "anna");
        assertThat(store.<Long>read(transaction -> transaction.count(new ScanRequest(query, List.of(), 1, 2))))
                .isEqualTo(2);
        assertThat(store.<Long>read(transaction -> transaction.count(new ScanRequest(query, List.of(), 3, 9))))
                .isEqualTo(1);
        assertThat(store.read(transaction -> transaction.explain(ScanRequest.all(query)))
                        .residual())
                .isEqualTo(notDora);
    }

    @Test
    void checksAndNormalisesRowsBeforeTheProviderSeesThem() {
        store.write(transaction -> transaction.apply(insert(Row.of(1L, "anna", new BigDecimal("2.50")))));
        assertThat(stored(1)).contains(Row.of(1L, "anna", new BigDecimal("2.5")));

        operations.clear();
        try (StoreTransaction transaction = store.begin(Access.READ_WRITE)) {
            assertThatThrownBy(() -> transaction.apply(insert(Row.of(2L, null, null))))
                    .isInstanceOf(InvalidValueException.class)
                    .extracting(failure -> ((StoreException) failure).store().orElseThrow())
                    .isEqualTo("main");
        }
        try (StoreTransaction transaction = store.begin(Access.READ_WRITE)) {
            assertThatThrownBy(() -> transaction.apply(
                            new Change.Delete("Cart", List.of(Change.Target.any(Key.of("1"))), false)))
                    .isInstanceOf(TypeMismatchException.class);
        }
        assertThat(operations).doesNotContain("apply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "scan", "next", "apply", "commit"})
    void rollsBackOnlyOnceAnOperationHasFailed(String operation) {
        fill(cart(1, "anna"));
        IllegalStateException bug = new IllegalStateException("a bug");
        try (StoreTransaction transaction = store.begin(Access.READ_WRITE)) {
            transaction.apply(insert(cart(2, "bert")));
            faults.put(operation, () -> bug);
            Throwable first = catchThrowable(() -> all(transaction));
            assertThat(first)
                    .isInstanceOf(
                            operation.equals("commit") ? CommitUnknownException.class : StoreUnavailableException.class)
                    .hasMessageContaining("provider 'list' failed with java.lang.IllegalStateException")
                    .hasCause(bug);
            faults.clear();
            assertThatThrownBy(() -> transaction.get("Cart", Key.of(1L)))
                    .isInstanceOf(TransactionAbortedException.class)
                    .hasCause(first);
            assertThatThrownBy(transaction::commit)
                    .isInstanceOf(TransactionAbortedException.class)
                    .hasCause(first);
        }
        assertThat(stored(2)).isEmpty();
    }

    /** Does one of each operation. */
    private static void all(StoreTransaction transaction) {
        transaction.get("Cart", Key.of(1L));
        try (RowStream rows = transaction.scan(ScanRequest.all(Query.of(CART, Condition.ALWAYS, List.of())))) {
            rows.next();
        }
        transaction.apply(insert(cart(3, "carl")));
        transaction.commit();
    }

    @Test
    void namesTheStoreInWhatAProviderThrows() {
        fill(cart(1, "anna"));
        assertThatThrownBy(() -> fill(cart(1, "bert")))
                .isInstanceOf(ExistsException.class)
                .extracting(failure -> ((StoreException) failure).store().orElseThrow())
                .isEqualTo("main");
    }

    @Test
    void letsNobodyCommitAFailureThatWasSwallowed() {
        fill(cart(1, "anna"));
        assertThatThrownBy(() -> store.write(transaction -> {
                    transaction.apply(insert(cart(2, "bert")));
                    assertThatThrownBy(() -> transaction.apply(insert(cart(1, "bert"))))
                            .isInstanceOf(ExistsException.class);
                    return "done";
                }))
                .isInstanceOf(TransactionAbortedException.class)
                .hasCauseInstanceOf(ExistsException.class);
        assertThat(stored(2)).isEmpty();
    }

    @Test
    void refusesWritesInAReadOnlyTransaction() {
        assertThatThrownBy(() -> store.read(transaction -> transaction.apply(insert(cart(1, "anna")))))
                .isInstanceOf(ReadOnlyException.class)
                .hasMessageContaining("'Cart'");
        assertThat(operations).doesNotContain("apply");
    }

    @Test
    void isOfNoUseAfterItsEnd() {
        StoreTransaction transaction = store.begin(Access.READ_WRITE);
        transaction.commit();
        assertThatThrownBy(transaction::commit).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(() -> transaction.get("Cart", Key.of(1L))).isInstanceOf(StoreClosedException.class);
        transaction.close();
        transaction.close();
    }

    @Test
    void isOfNoUseToAnotherThread() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                StoreTransaction transaction = store.begin(Access.READ_WRITE)) {
            transaction.apply(insert(cart(1, "anna")));
            Future<Throwable> failure = threads.submit(() -> catchThrowable(transaction::commit));
            assertThat(failure.get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(
                            "belongs to thread '" + Thread.currentThread().getName());
            // The owner is not disturbed.
            assertThat(transaction.commit()).isEqualTo(1);
        }
    }

    @Test
    void closesItsStreamsWhenItEnds() {
        fill(cart(1, "anna"), cart(2, "bert"));
        operations.clear();
        RowStream rows;
        try (StoreTransaction transaction = store.begin(Access.READ_ONLY)) {
            rows = transaction.scan(ScanRequest.all(Query.of(CART, Condition.ALWAYS, List.of())));
            assertThat(rows.next()).isNotNull();
        }
        assertThat(operations).contains("close scan");
        assertThatThrownBy(rows::next).isInstanceOf(StoreClosedException.class);
    }

    @Test
    void givesAStreamBackAfterItsLastRow() {
        try (StoreTransaction transaction = store.begin(Access.READ_ONLY)) {
            RowStream rows = transaction.scan(ScanRequest.all(Query.of(CART, Condition.ALWAYS, List.of())));
            assertThat(rows.next()).isNull();
            assertThat(operations).contains("close scan");
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void runsAClashAgainAndGivesUpAfterTenTimes() {
        List<Integer> runs = new ArrayList<>();
        faults.put("commit", () -> runs.size() < 4 ? new ConflictException(ErrorContext.none(), "clash") : null);
        store.write(transaction -> {
            runs.add(runs.size());
            return transaction.apply(insert(cart(runs.size(), "anna")));
        });
        assertThat(runs).hasSize(4);
        assertThat(owners(ScanRequest.all(Query.of(CART, Condition.ALWAYS, List.of()))))
                .hasSize(1);

        runs.clear();
        faults.put("commit", () -> new ConflictException(ErrorContext.none(), "clash"));
        assertThatThrownBy(() -> store.write(transaction -> runs.add(1))).isInstanceOf(ConflictException.class);
        assertThat(runs).hasSize(10);
    }

    @Test
    void doesNotRunAgainWhatFailedOtherwise() {
        List<Integer> runs = new ArrayList<>();
        assertThatThrownBy(() -> store.write(transaction -> {
                    runs.add(1);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(runs).hasSize(1);
    }

    @Test
    void endsAWaitWithItsPatienceAndNamesTheStore() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                StoreTransaction writing = store.begin(Access.READ_WRITE)) {
            Throwable failure = threads.submit(
                            () -> catchThrowable(() -> store.begin(Access.READ_WRITE, Duration.ofMillis(1))))
                    .get();
            assertThat(failure).isInstanceOf(StoreTimeoutException.class);
            assertThat(((StoreException) failure).store()).contains("main");
            writing.commit();
        }
    }

    @Test
    void takesAPatienceOfAnyLength() {
        ListProvider provider = new ListProvider("list", operation -> {});
        StoreConfig config = StoreConfig.of("other", null, true, provider, Map.of());
        try (OpenStore patient = OpenStore.open(provider, config, Duration.ofSeconds(Long.MAX_VALUE))) {
            patient.ensure(CART);
            assertThat(patient.<Long>write(transaction -> transaction.apply(insert(cart(1, "anna")))))
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesToWaitForAnotherTransactionOfTheSameThread() {
        try (StoreTransaction writing = store.begin(Access.READ_WRITE)) {
            assertThatThrownBy(() -> store.begin(Access.READ_WRITE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has a transaction open in store 'main'");
            assertThatThrownBy(() -> store.evolve(List.of(new SchemaChange.DropEntity("Cart"))))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(stored(1)).isEmpty();
            writing.commit();
        }
        fill(cart(1, "anna"));
    }

    @Test
    void cancelsTheWaitOfAnInterruptedThread() {
        faults.put("commit", () -> new ConflictException(ErrorContext.none(), "clash"));
        Thread.currentThread().interrupt();
        Throwable failure = catchThrowable(() -> store.write(transaction -> 1));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isInstanceOf(CancelledException.class);
    }

    @Test
    void suggestsTheNearestEntity() {
        assertThatThrownBy(() -> store.read(transaction -> transaction.get("Crat", Key.of(1L))))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage("store 'main' has no entity 'Crat'; did you mean 'Cart'?");
    }

    @Test
    void makesSafeChangesAndShowsTheOthers() {
        EntitySchema wider = CART.toBuilder().optional("note", ValueType.TEXT).build();
        fill(cart(1, "anna"));
        assertThat(store.ensure(wider)).isEqualTo(wider);
        assertThat(stored(1)).contains(Row.of(1L, "anna", null, null));
        operations.clear();
        store.ensure(wider);
        assertThat(operations).doesNotContain("evolve");

        EntitySchema other = EntitySchema.named("Cart")
                .required("id", ValueType.INT64)
                .required("owner", ValueType.INT64)
                .key("id")
                .build();
        assertThatThrownBy(() -> store.ensure(other))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining("field 'owner' is 'text' in the store and 'int64' in the application")
                .hasMessageContaining("field 'total' is in the store and not in the application");
        assertThat(store.requireSchema("Cart")).isEqualTo(wider);
    }

    @Test
    void letsNoTransactionGoOnWithAShapeThatHasChanged() {
        try (StoreTransaction reading = store.begin(Access.READ_ONLY)) {
            store.evolve(List.of(new SchemaChange.AddField("Cart", Field.optional("note", ValueType.TEXT), null)));
            assertThatThrownBy(() -> reading.get("Cart", Key.of(1L)))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("the shape of 'Cart' changed");
        }
    }

    @Test
    void isOfNoUseAfterTheStoreWasClosed() {
        try (StoreTransaction transaction = store.begin(Access.READ_ONLY)) {
            store.close();
            store.close();
            assertThatThrownBy(() -> transaction.get("Cart", Key.of(1L))).isInstanceOf(StoreClosedException.class);
        }
        assertThatThrownBy(() -> store.begin(Access.READ_ONLY)).isInstanceOf(StoreClosedException.class);
        assertThat(operations.stream().filter("close"::equals)).hasSize(1);
    }

    @Test
    void opensWithTheContextClassLoaderOfTheProviderAndRestoresIt() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        List<ClassLoader> seen = new ArrayList<>();
        ListProvider provider = new ListProvider(
                "list", operation -> seen.add(Thread.currentThread().getContextClassLoader()));
        ClassLoader mine = new ClassLoader(before) {};
        Thread.currentThread().setContextClassLoader(mine);
        try {
            OpenStore.open(provider, StoreConfig.of("other", null, true, provider, Map.of()))
                    .close();
            assertThat(seen.get(0)).isSameAs(ListProvider.class.getClassLoader());
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(mine);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void countsWhatItWrote() {
        fill(cart(1, "anna"), cart(2, "bert"));
        try (StoreTransaction transaction = store.begin(Access.READ_WRITE)) {
            assertThat(transaction.apply(new Change.Update(
                            "Cart", List.of(new Change.Versioned(cart(1, "anna"), OptionalLong.empty())))))
                    .isEqualTo(1);
            assertThat(transaction.apply(new Change.Delete(
                            "Cart", List.of(Change.Target.any(Key.of(2L)), Change.Target.any(Key.of(9L))), false)))
                    .isEqualTo(1);
            assertThat(transaction.apply(insert())).isZero();
            assertThat(transaction.commit()).isEqualTo(2);
        }
    }
}
