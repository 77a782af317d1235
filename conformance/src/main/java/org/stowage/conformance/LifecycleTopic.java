package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities.Concurrency;
import org.stowage.spi.EngineOptions;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.StoreOption;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreLockedException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** How stores are opened and closed, and what a provider's capabilities say, in both directions. */
abstract class LifecycleTopic extends Topic {

    private static final Duration SHORT = Duration.ofMillis(20);

    private static final EntitySchema THING = EntitySchema.named("thing")
            .required("id", ValueType.INT64)
            .optional("name", ValueType.TEXT)
            .key("id")
            .build();

    LifecycleTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Proves(Rule.CLAIMS)
    void describesItselfTheSameAtEveryCall() {
        PersistenceProvider provider = harness().provider();

        assertThat(provider.info()).isEqualTo(provider.info());
        assertThat(provider.info().description()).isNotBlank();
        assertThat(provider.info().version()).isNotBlank();
        assertThat(provider.options()).isEqualTo(provider.options());
        assertThat(Stream.concat(provider.options().stream(), EngineOptions.all().stream()))
                .extracting(StoreOption::name)
                .doesNotHaveDuplicates();
    }

    @Test
    @Proves(Rule.CLAIMS)
    void startsWithoutEntities() {
        assertThat(open().schemas()).isEmpty();
    }

    @Test
    @Proves(Rule.CLAIMS)
    void holdsAfterReopeningExactlyWhatItsDurabilityClaims() {
        Store store = openWith(THING);
        for (long id = 1; id <= 20; id++) {
            insert(store, THING, Row.of(id, "first"));
        }
        write(
                store,
                new Change.Delete("thing", List.of(Change.Target.any(Key.of(3L))), true),
                new Change.Save("thing", List.of(Change.Versioned.any(Row.of(4L, null)))));
        List<Row> before = rows(store, THING);
        store.close();

        Store again = open();

        if (lasting()) {
            assertThat(again.schemas()).containsExactly(THING);
            assertThat(rows(again, THING)).isEqualTo(before);
        } else {
            assertThat(again.schemas())
                    .as(
                            "a provider that claims durability NONE, but whose store holds something when it is opened again")
                    .isEmpty();
        }
    }

    @Test
    @Proves(Rule.CLOSED)
    void keepsAndAddsOverManyOpenings() {
        if (!lasting()) {
            return; // That nothing lasts is tested above.
        }
        Store store = openWith(THING);
        for (long id = 1; id <= 5; id++) {
            insert(store, THING, Row.of(id, "round"));
            store = reopened(store);
            assertThat(rows(store, THING)).hasSize((int) id);
        }
    }

    @Test
    @Proves({Rule.CLAIMS, Rule.LOCKED})
    void sharesExactlyWhatItClaims() {
        Store store = openWith(THING);
        insert(store, THING, Row.of(1L, "shared"));
        switch (capabilities().sharing()) {
            case PRIVATE ->
                assertThat(open().schemas())
                        .as("a provider that claims PRIVATE, but whose store is found by another")
                        .isEmpty();
            case ONE_PROCESS -> {
                assertThatThrownBy(this::open).isInstanceOf(StoreLockedException.class);
                // The refusal has not loosened the hold of the first.
                assertThatThrownBy(this::open).isInstanceOf(StoreLockedException.class);
                insert(store, THING, Row.of(2L, "still there"));
                store.close();
                assertThat(rows(open(), THING)).hasSize(2);
            }
            case MANY_PROCESSES -> {
                Store other = open();
                assertThat(rows(other, THING)).hasSize(1);
                insert(other, THING, Row.of(2L, "by the other"));
                assertThat(rows(store, THING)).hasSize(2);
            }
        }
    }

    @Test
    @Proves(Rule.CLAIMS)
    void runsExactlyTheTransactionsBesideEachOtherThatItClaims() {
        Store store = openWith(THING);
        Concurrency concurrency = capabilities().concurrency();
        try (Transaction writer = store.begin(Access.READ_WRITE, PATIENCE)) {
            writer.apply(new Change.Insert("thing", List.of(Row.of(1L, null))));
            assertThat(begins(store, Access.READ_ONLY))
                    .as("a reader beside a writer with %s", concurrency)
                    .isEqualTo(concurrency != Concurrency.SERIAL);
            assertThat(begins(store, Access.READ_WRITE))
                    .as("a second writer with %s", concurrency)
                    .isEqualTo(concurrency == Concurrency.MANY_WRITERS);
        }
        assertThat(begins(store, Access.READ_WRITE)).isTrue();
    }

    private static boolean begins(Store store, Access access) {
        return Elsewhere.call(() -> {
            try (Transaction transaction = store.begin(access, SHORT)) {
                return transaction != null;
            } catch (StoreTimeoutException e) {
                return false;
            }
        });
    }

    @Test
    @Proves(Rule.CLOSED)
    void refusesEverythingOnceItIsClosed() {
        Store store = openWith(THING);
        store.close();
        store.close();

        assertThatThrownBy(() -> store.begin(Access.READ_ONLY, PATIENCE)).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(() -> store.begin(Access.READ_WRITE, PATIENCE)).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(() -> store.evolve(List.of(new SchemaChange.DropEntity("thing"))))
                .isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(store::schemas).isInstanceOf(StoreClosedException.class);
    }

    @Test
    @Proves(Rule.CLOSED)
    void releasesAllItHoldsWhenItIsClosedAmidTransactions() {
        Store store = openWith(THING);
        Transaction reader =
                capabilities().concurrency() == Concurrency.SERIAL ? null : store.begin(Access.READ_ONLY, PATIENCE);
        Transaction writer = store.begin(Access.READ_WRITE, PATIENCE);
        writer.apply(new Change.Insert("thing", List.of(Row.of(1L, null))));
        store.close();

        Store again = open();

        assertThat(again.schemas().isEmpty() || rows(again, THING).isEmpty()).isTrue();
        writer.close();
        if (reader != null) {
            reader.close();
        }
    }

    @Test
    @Proves(Rule.CLOSED)
    void endsTheThreadsThatItStarted() {
        // A new thread belongs to the group of the one that makes it, whatever is done beside this test.
        ThreadGroup threads = new ThreadGroup("threads of a store");
        Elsewhere.callIn(threads, () -> {
            Store store = openWith(THING);
            insert(store, THING, Row.of(1L, null));
            List<Row> rows = rows(store, THING);
            store.close();
            return rows;
        });

        assertThat(Elsewhere.runningOn(threads))
                .as("threads that still run after the store that started them was closed")
                .isEmpty();
    }

    @Test
    @Proves(Rule.CLAIMS)
    void keepsStoresInOtherFoldersApart() throws Exception {
        Store store = openWith(THING);
        insert(store, THING, Row.of(1L, null));
        Path other = Files.createDirectory(folder().resolve("other"));
        try (Store second = harness().open(other)) {
            assertThat(second.schemas()).isEmpty();
        }
    }

    @Test
    @Proves(Rule.CLAIMS)
    void isFoundAsAService() {
        PersistenceProvider provider = harness().provider();
        ClassLoader loader = provider.getClass().getClassLoader();
        boolean found = ServiceLoader.load(PersistenceProvider.class, loader).stream()
                .anyMatch(service -> service.type().equals(provider.getClass()));
        assertThat(found)
                .as(
                        "%s is named in META-INF/services, or provided by its module",
                        provider.getClass().getName())
                .isTrue();
    }
}
