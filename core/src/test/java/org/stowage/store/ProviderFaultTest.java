package org.stowage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.fixture.JarMaker;
import org.stowage.fixture.ListProvider;
import org.stowage.spi.Access;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.StoreUnavailableException;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** A provider throws what it must not; the store and the others beside it go on. */
class ProviderFaultTest {

    private static final EntitySchema NOTE = EntitySchema.named("Note")
            .required("id", ValueType.INT64)
            .optional("text", ValueType.TEXT)
            .key("id")
            .build();

    private final Map<String, Throwable> faults = new HashMap<>();
    private final ListProvider provider = new ListProvider("list", this::fail);
    private OpenStore store;

    private void fail(String operation) {
        Throwable fault = faults.get(operation);
        if (fault != null) {
            ProviderFaultTest.<RuntimeException>throwAny(fault);
        }
    }

    /** Throws what the signature of the SPI does not allow, as code in other languages does. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAny(Throwable fault) throws T {
        throw (T) fault;
    }

    @BeforeEach
    void open() {
        store = openAnother();
        store.ensure(NOTE);
        store.write(transaction -> transaction.apply(insert(1)));
    }

    private OpenStore openAnother() {
        return OpenStore.open(provider, StoreConfig.of("main", null, true, provider, Map.of()));
    }

    @AfterEach
    void close() {
        faults.clear();
        store.close();
    }

    private static Change insert(long id) {
        return new Change.Insert("Note", List.of(Row.of(id, null)));
    }

    private boolean holds(long id) {
        return store.read(transaction -> transaction.get("Note", Key.of(id))).isPresent();
    }

    /** Does one of each operation. */
    private void everything() {
        openAnother().close();
        store.write(transaction -> {
            transaction.get("Note", Key.of(1L));
            try (RowStream rows = transaction.scan(ScanRequest.all(Query.of(NOTE, Condition.ALWAYS, List.of())))) {
                rows.next();
            }
            return transaction.apply(insert(2));
        });
    }

    static Stream<Arguments> operationsAndFaults() {
        return Stream.of("open", "begin", "get", "scan", "next", "close scan", "apply", "close")
                .flatMap(operation -> Stream.of(
                                new StackOverflowError(),
                                new NoClassDefFoundError("com/example/Missing"),
                                new AssertionError("a bug"),
                                new IOException("no medium"))
                        .map(fault -> Arguments.of(operation, fault)));
    }

    @ParameterizedTest
    @MethodSource("operationsAndFaults")
    void makesAnErrorOfTheFamilyOfWhateverAProviderThrows(String operation, Throwable fault) {
        faults.put(operation, fault);
        assertThatThrownBy(this::everything)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith(
                        "provider 'list' failed with " + fault.getClass().getName() + " when it ")
                .hasMessageEndingWith(" store 'main', which is a fault of the provider in "
                        + JarMaker.locationOf(ListProvider.class) + "; report it to its author")
                .hasCause(fault);
        faults.clear();
        assertThat(holds(2)).as("what the transaction wrote").isFalse();
        everything();
        assertThat(holds(2)).as("what the next one wrote").isTrue();
    }

    @ParameterizedTest
    @MethodSource("operationsAndFaults")
    void doesNotKnowWhatBecameOfACommitThatFailedAsNobodyMay(String ignored, Throwable fault) {
        faults.put("commit", fault);
        assertThatThrownBy(() -> store.write(transaction -> transaction.apply(insert(2))))
                .isInstanceOf(CommitUnknownException.class)
                .hasMessageContaining("when it committed a transaction in store 'main', so that nobody knows whether")
                .hasCause(fault);
        try (StoreTransaction reading = store.begin(Access.READ_ONLY)) {
            assertThatThrownBy(reading::commit)
                    .as("nothing could have become of this one")
                    .isInstanceOf(StoreUnavailableException.class);
        }
        faults.clear();
        everything();
    }

    @Test
    void readsTheShapesAgainWhenAChangeOfThemFailedAsNobodyMay() {
        faults.put("evolve", new AssertionError("a bug"));
        assertThatThrownBy(() -> store.evolve(List.of(new SchemaChange.DropEntity("Note"))))
                .isInstanceOf(CommitUnknownException.class)
                .hasMessageContaining("changed the shapes of store 'main'");
        faults.clear();
        assertThat(store.schemas()).containsExactly(NOTE);
        everything();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "begin", "get", "next", "apply", "commit"})
    void passesOnWhatTheMachineCannotGoOnAfterAndRollsBack(String operation) {
        OutOfMemoryError fault = new OutOfMemoryError("none left");
        faults.put(operation, fault);
        assertThatThrownBy(this::everything).isSameAs(fault);
        faults.clear();
        assertThat(holds(2)).isFalse();
        everything();
    }

    @Test
    void letsNobodyGoOnWithATransactionInWhichAnErrorWasThrown() {
        try (StoreTransaction transaction = store.begin(Access.READ_WRITE)) {
            transaction.apply(insert(2));
            faults.put("get", new StackOverflowError());
            Throwable first = catchThrowable(() -> transaction.get("Note", Key.of(1L)));
            faults.clear();
            assertThatThrownBy(transaction::commit)
                    .isInstanceOf(TransactionAbortedException.class)
                    .hasCause(first);
        }
        assertThat(holds(2)).isFalse();
    }
}
