package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.data.exceptions.DataConnectionException;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.repository.CrudRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;

/** Several calls as one: committed, rolled back, nested, read-only, in two stores. */
@OnEveryStore
class TransactionTest {

    record Entry(int id, String text) {}

    interface Journal extends CrudRepository<Entry, Integer> {}

    private final Stowage stowage;
    private final Accounts accounts;
    private final Journal journal;

    TransactionTest(TestStore store, @TempDir Path folder) {
        stowage = store.store(store.builder(folder), "journal", folder)
                .route(Entry.class, "journal")
                .open();
        accounts = stowage.repository(Accounts.class);
        journal = stowage.repository(Journal.class);
    }

    @BeforeEach
    void insertAll() {
        accounts.insertAll(Account.three());
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void commitsAllAndReturnsTheResult() {
        long sum = stowage.inTransaction(() -> {
            accounts.update(Account.of(1, 0));
            accounts.update(Account.of(2, 30));
            return accounts.balance(1) + accounts.balance(2);
        });
        assertThat(sum).isEqualTo(30);
        assertThat(accounts.findById(2)).contains(Account.of(2, 30).at(1));
    }

    @Test
    void rollsAllBackWhenSomethingIsThrown() {
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    accounts.deleteById(1);
                    accounts.add(2, 5);
                    assertThat(accounts.findById(1)).isEmpty();
                    assertThat(accounts.balance(2)).isEqualTo(25);
                    throw new IOException("stop");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("stop");
        assertThat(accounts.count()).isEqualTo(3);
        assertThat(accounts.balance(2)).isEqualTo(20);
    }

    @Test
    void makesAnInnerOneAPartOfTheOuter() {
        stowage.inTransaction(() -> {
            accounts.add(1, 1);
            stowage.inTransaction(() -> accounts.add(1, 1));
            stowage.inReadOnlyTransaction(() -> assertThat(accounts.balance(1)).isEqualTo(12));
        });
        assertThat(accounts.balance(1)).isEqualTo(12);
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    stowage.inTransaction(() -> accounts.add(1, 1));
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(accounts.balance(1)).isEqualTo(12);
    }

    @Test
    void doesNotCommitAWholeOfWhichAPartFailed() {
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    accounts.add(1, 1);
                    Throwable clash = catchThrowable(() -> accounts.insert(Account.of(2, 0)));
                    assertThat(clash).isInstanceOf(EntityExistsException.class);
                    assertThatThrownBy(() -> accounts.balance(1))
                            .isInstanceOf(DataException.class)
                            .hasMessageContaining("rolled back");
                }))
                .hasMessageContaining("rolled back");
        assertThat(accounts.balance(1)).isEqualTo(10);
    }

    @Test
    void doesNotCommitAWholeOfWhichAnInnerOneThrew() {
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    accounts.add(1, 1);
                    Throwable inner = catchThrowable(() -> stowage.inTransaction(() -> {
                        accounts.add(2, 1);
                        throw new IllegalStateException("half done");
                    }));
                    assertThat(inner).hasMessage("half done");
                }))
                .hasMessageContaining("rolled back");
        assertThat(accounts.balance(1)).isEqualTo(10);
        assertThat(accounts.balance(2)).isEqualTo(20);
    }

    @Test
    void refusesToWriteWhenItMayOnlyRead() {
        assertThatThrownBy(() -> stowage.inReadOnlyTransaction(() -> {
                    assertThat(accounts.balance(1)).isEqualTo(10);
                    accounts.add(1, 1);
                }))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("read-only")
                .hasMessageContaining("'Account'");
        assertThat(accounts.balance(1)).isEqualTo(10);
    }

    @Test
    void readsOneSnapshot() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            long seen = stowage.inReadOnlyTransaction(() -> {
                long before = accounts.balance(1);
                other.submit(() -> accounts.add(1, 100)).get();
                return accounts.balance(1) - before;
            });
            assertThat(seen).isZero();
        }
        assertThat(accounts.balance(1)).isEqualTo(110);
    }

    @Test
    void spansOneStore() {
        journal.insert(new Entry(1, "before"));
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    accounts.add(1, 1);
                    journal.insert(new Entry(2, "lost"));
                }))
                .hasMessageContaining("a transaction spans one store")
                .hasMessageContaining("'journal'");
        assertThat(accounts.balance(1)).isEqualTo(10);
        assertThat(journal.findById(2)).isEmpty();
        stowage.inTransaction(() -> journal.insert(new Entry(2, "kept")));
        assertThat(journal.findById(2)).isPresent();
    }

    @Test
    void isOneForEachCallOutsideOfAny() {
        accounts.add(1, 1);
        assertThatThrownBy(() -> accounts.insertAll(List.of(Account.of(4, 40), Account.of(1, 0))))
                .isInstanceOf(EntityExistsException.class);
        assertThat(accounts.balance(1)).isEqualTo(11);
        assertThat(accounts.count()).isEqualTo(3);
    }

    @Test
    void closesItsStreamsAtItsEnd() {
        List<Stream<Account>> leaked = new ArrayList<>();
        stowage.inTransaction(() -> {
            Stream<Account> all = accounts.findAll();
            leaked.add(all);
            accounts.deleteById(3);
            accounts.insert(Account.of(4, 40));
        });
        assertThatThrownBy(() -> leaked.get(0).toList()).isInstanceOf(RuntimeException.class);
        assertThat(accounts.count()).isEqualTo(3);
    }

    @Test
    void doesNotShowAStreamWhatIsWrittenMeanwhile() {
        List<Integer> seen = new ArrayList<>();
        stowage.inTransaction(() -> {
            try (Stream<Account> all = accounts.findAll()) {
                all.forEach(account -> {
                    seen.add(account.id());
                    accounts.deleteById(account.id());
                    accounts.insert(Account.of(account.id() + 10, 0));
                });
            }
        });
        assertThat(seen).containsExactly(1, 2, 3);
        try (Stream<Account> all = accounts.findAll()) {
            assertThat(all.map(Account::id)).containsExactly(11, 12, 13);
        }
    }

    @Test
    void endsWithTheStore() {
        stowage.close();
        assertThatThrownBy(() -> accounts.findById(1))
                .isInstanceOf(DataConnectionException.class)
                .hasMessageContaining("closed");
    }
}
