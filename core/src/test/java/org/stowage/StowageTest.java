package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.UnsupportedException;

/** The front door on the memory provider, which discovery finds beside it. */
class StowageTest {

    record Account(long id, long balance) {}

    record Person(long id, String name) {}

    @Repository(dataStore = "bank")
    interface Accounts extends CrudRepository<Account, Long> {
        @Find
        Stream<Account> all();
    }

    @Repository
    interface Persons extends CrudRepository<Person, Long> {}

    @Test
    void opensAStoreByItsUrl() {
        try (Stowage stowage = Stowage.open("memory")) {
            Accounts accounts = stowage.repository(Accounts.class);
            assertThat(stowage.repository(Accounts.class)).isSameAs(accounts);
            accounts.insert(new Account(1, 100));
            assertThat(accounts.findById(1L)).contains(new Account(1, 100));
            assertThat(stowage.stores().get("*").entities()).containsExactly("Account");
            assertThat(stowage.stores().get("*").provider().name()).isEqualTo("memory");
        }
    }

    @Test
    void keepsTwoStoresOfTheSameProviderApart() {
        try (Stowage one = Stowage.open("memory");
                Stowage two = Stowage.open("memory")) {
            one.repository(Persons.class).insert(new Person(1, "Anna"));
            assertThat(two.repository(Persons.class).findById(1L)).isEmpty();
        }
    }

    @Test
    void putsARepositoryIntoTheStoreItWishesForIfThereIsOne() {
        try (Stowage stowage = Stowage.builder().stores("bank=memory,*=memory").open()) {
            stowage.repository(Accounts.class);
            stowage.repository(Persons.class);
            assertThat(stowage.stores().get("bank").entities()).containsExactly("Account");
            assertThat(stowage.stores().get("*").entities()).containsExactly("Person");
        }
        try (Stowage stowage = Stowage.builder()
                .stores("bank=memory,vault=memory,*=memory")
                .route(Account.class, "vault")
                .open()) {
            stowage.repository(Accounts.class);
            assertThat(stowage.stores().get("vault").entities()).containsExactly("Account");
        }
    }

    @Test
    void refusesATransactionOverTwoStoresAndChangesNothing() {
        try (Stowage stowage = Stowage.builder().stores("bank=memory,*=memory").open()) {
            Accounts accounts = stowage.repository(Accounts.class);
            Persons persons = stowage.repository(Persons.class);
            assertThatThrownBy(() -> stowage.inTransaction(() -> {
                        accounts.insert(new Account(1, 100));
                        persons.insert(new Person(1, "Anna"));
                    }))
                    .hasStackTraceContaining(UnsupportedException.class.getName())
                    .hasMessageContaining("a transaction spans one store");
            assertThat(accounts.findById(1L)).isEmpty();
            assertThat(persons.findById(1L)).isEmpty();
        }
    }

    @Test
    void losesNoMoneyWhenManyThreadsMoveIt() throws Exception {
        try (Stowage stowage = Stowage.builder()
                        .store("*", "memory")
                        .patience(Duration.ofDays(1))
                        .open();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Accounts accounts = stowage.repository(Accounts.class);
            for (long id = 0; id < 4; id++) {
                accounts.insert(new Account(id, 100));
            }
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                long from = thread;
                done.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        stowage.inTransaction(() -> move(accounts, from, (from + 1) % 4, 1));
                        long sum = stowage.inReadOnlyTransaction(() -> sum(accounts));
                        assertThat(sum).isEqualTo(400);
                    }
                }));
            }
            for (Future<?> future : done) {
                future.get();
            }
            assertThat(sum(accounts)).isEqualTo(400);
            assertThat(accounts.findById(2L)).contains(new Account(2, 100));
        }
    }

    private static void move(Accounts accounts, long from, long to, long amount) {
        Account source = accounts.findById(from).orElseThrow();
        Account target = accounts.findById(to).orElseThrow();
        accounts.update(new Account(from, source.balance() - amount));
        accounts.update(new Account(to, target.balance() + amount));
    }

    private static long sum(Accounts accounts) {
        try (Stream<Account> all = accounts.all()) {
            return all.mapToLong(Account::balance).sum();
        }
    }

    @Test
    void isOfNoUseAfterItWasClosed() {
        Stowage stowage = Stowage.open("memory");
        Accounts accounts = stowage.repository(Accounts.class);
        stowage.close();
        stowage.close();
        assertThatThrownBy(() -> accounts.findById(1L)).hasStackTraceContaining(StoreClosedException.class.getName());
    }

    @Test
    void findsTheMemoryProviderByItself() {
        try (ProviderRegistry registry = ProviderRegistry.discover()) {
            assertThat(registry.provider("memory").className()).isEqualTo("org.stowage.memory.MemoryProvider");
            assertThat(registry.rejected()).isEmpty();
        }
    }
}
