package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Unique;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.MissingException;
import org.stowage.spi.error.StaleVersionException;
import org.stowage.spi.error.UniqueViolatedException;

/** What goes wrong with entities is told with store, entity, key and remedy, and leaves everything as it was. */
@OnEveryStore
class FailureTest {

    @Unique({"shelf", "place"}) record Slot(int id, String shelf, int place) {}

    interface Slots extends CrudRepository<Slot, Integer> {}

    interface Finders extends CrudRepository<Account, Integer> {

        @Find
        Account one(@By("balance") long balance);

        @Find
        Account byId(@By("id") int id);

        @Query("where balance > :least")
        Account above(long least);

        @Query("where balance > :least")
        Optional<Account> maybeAbove(long least);

        @Query("where balance > :least")
        List<Account> allAbove(long least);

        @Query("where balance > :least")
        Account[] arrayAbove(long least);

        @Query("where balance > :least")
        Stream<Account> streamAbove(long least);

        @Query("where balance > :least")
        Page<Account> pageAbove(long least, PageRequest page);

        @Query("select owner where balance > :least")
        String ownerAbove(long least);

        @Query("select count(this) where balance > :least")
        boolean anyAbove(long least);

        @Find
        List<Account> some(Limit limit);
    }

    private final Stowage stowage;
    private final String name;
    private final Finders accounts;

    FailureTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        name = store.provider().name();
        accounts = stowage.repository(Finders.class);
    }

    @BeforeEach
    void insertAll() {
        accounts.insertAll(Account.three());
    }

    @AfterEach
    void close() {
        assertThat(accounts.allAbove(Long.MIN_VALUE)).isEqualTo(Account.three());
        stowage.close();
    }

    @Test
    void nothingIsEmptyInEveryFormButOne() {
        assertThat(accounts.maybeAbove(99)).isEmpty();
        assertThat(accounts.allAbove(99)).isEmpty();
        assertThat(accounts.arrayAbove(99)).isEmpty();
        assertThat(accounts.anyAbove(99)).isFalse();
        assertThat(accounts.pageAbove(99, PageRequest.ofSize(2)).content()).isEmpty();
        try (Stream<Account> none = accounts.streamAbove(99)) {
            assertThat(none).isEmpty();
        }
        assertThatThrownBy(() -> accounts.above(99))
                .isInstanceOf(EmptyResultException.class)
                .hasMessage("no entity 'Account' for '99' in store '" + name
                        + "'; return an Optional if there may be none");
        assertThatThrownBy(() -> accounts.byId(7))
                .isInstanceOf(EmptyResultException.class)
                .hasMessage("no entity 'Account' with key '7' in store '" + name
                        + "'; return an Optional if there may be none");
        assertThatThrownBy(() -> accounts.ownerAbove(99)).isInstanceOf(EmptyResultException.class);
    }

    @Test
    void severalAreNotOne() {
        assertThat(accounts.above(20)).isEqualTo(Account.of(3, 30));
        assertThatThrownBy(() -> accounts.above(10))
                .isInstanceOf(NonUniqueResultException.class)
                .hasMessage("several entities 'Account' for '10' in store '" + name
                        + "', and one is expected; ask more precisely, or return a List");
        assertThatThrownBy(() -> accounts.maybeAbove(10)).isInstanceOf(NonUniqueResultException.class);
        assertThatThrownBy(() -> accounts.ownerAbove(10)).isInstanceOf(NonUniqueResultException.class);
    }

    @Test
    void anIdIsTaken() {
        assertThatThrownBy(() -> accounts.insert(Account.of(2, 0)))
                .isInstanceOf(EntityExistsException.class)
                .hasCauseInstanceOf(ExistsException.class)
                .hasMessageContainingAll("'Account'", "'2'", "'" + name + "'", ";");
    }

    @Test
    void ofManyNewOnesNoneStaysIfTheLastIsRefused() {
        Slots slots = stowage.repository(Slots.class);
        List<Slot> many = IntStream.range(0, 2_500)
                .mapToObj(id -> new Slot(id, "long", id))
                .collect(Collectors.toCollection(ArrayList::new));
        many.add(new Slot(2_500, "long", 0));
        assertThatThrownBy(() -> slots.insertAll(many)).isInstanceOf(EntityExistsException.class);
        assertThat(slots.findAll()).isEmpty();
        assertThat(slots.insertAll(many.subList(0, 2_500))).isEqualTo(many.subList(0, 2_500));
        assertThat(slots.findAll()).hasSize(2_500);
    }

    @Test
    void aUniqueValueIsTaken() {
        Account copy = new Account(9, "owner 2", 0, 0);
        assertThatThrownBy(() -> accounts.insert(copy))
                .isInstanceOf(EntityExistsException.class)
                .hasCauseInstanceOf(UniqueViolatedException.class)
                .hasMessageContainingAll("'Account'", "owner 2", "'" + name + "'", ";");
        assertThatThrownBy(() -> accounts.save(copy)).isInstanceOf(EntityExistsException.class);
        assertThatThrownBy(() -> accounts.update(new Account(1, "owner 2", 0, 0)))
                .isInstanceOf(EntityExistsException.class);
    }

    @Test
    void aUniqueValueOfSeveralAttributesIsTaken() {
        Slots slots = stowage.repository(Slots.class);
        slots.insertAll(List.of(new Slot(1, "a", 1), new Slot(2, "a", 2), new Slot(3, "b", 1)));
        assertThatThrownBy(() -> slots.insert(new Slot(4, "b", 1)))
                .isInstanceOf(EntityExistsException.class)
                .hasMessageContainingAll("'Slot'", "shelf", "place");
        assertThat(slots.update(new Slot(1, "a", 3))).isEqualTo(new Slot(1, "a", 3));
    }

    @Test
    void aVersionIsStale() {
        assertThatThrownBy(() -> accounts.update(Account.of(2, 0).at(4)))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasCauseInstanceOf(StaleVersionException.class)
                .hasMessageContainingAll("'Account'", "'2'", "'" + name + "'", "'4'", "'0'", "read it again");
        assertThatThrownBy(() -> accounts.save(Account.of(2, 0).at(4)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> accounts.delete(Account.of(2, 0).at(4)))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void anEntityIsMissing() {
        assertThatThrownBy(() -> accounts.update(Account.of(7, 0)))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasCauseInstanceOf(MissingException.class)
                .hasMessageContainingAll("'Account'", "'7'", "'" + name + "'", ";");
        assertThatThrownBy(() -> accounts.delete(Account.of(7, 0)))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasCauseInstanceOf(MissingException.class);
    }

    @Test
    void aLimitCutsTheResult() {
        assertThat(accounts.some(Limit.of(2))).hasSize(2);
        assertThat(accounts.some(Limit.range(3, 9))).containsExactly(Account.of(3, 30));
        assertThat(accounts.some(Limit.range(4, 9))).isEmpty();
    }
}
