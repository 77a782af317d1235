package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Save;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;

/** Every method that is inherited from BasicRepository and CrudRepository. */
@OnEveryStore
class BuiltInRepositoryTest {

    interface BasicAccounts extends BasicRepository<Account, Integer> {}

    /** Inherits what it is about from an interface of its own. */
    interface Shared<T, K> extends DataRepository<T, K> {

        @Save
        List<T> keep(List<T> entities);

        @Find
        Optional<T> one(K id);
    }

    interface SharedAccounts extends Shared<Account, Integer> {}

    private final Stowage stowage;
    private final Accounts accounts;
    private final BasicAccounts basic;

    BuiltInRepositoryTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        accounts = stowage.repository(Accounts.class);
        basic = stowage.repository(BasicAccounts.class);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private List<Account> all() {
        try (var all = basic.findAll()) {
            return all.toList();
        }
    }

    @Test
    void insertsOneOrSeveral() {
        assertThat(accounts.insert(Account.of(9, 90))).isEqualTo(Account.of(9, 90));
        assertThat(accounts.insertAll(Account.three())).isEqualTo(Account.three());
        assertThat(accounts.insertAll(List.of())).isEmpty();
        assertThat(all()).hasSize(4).startsWith(Account.of(1, 10));
        assertThatThrownBy(() -> accounts.insert(Account.of(9, 0))).isInstanceOf(EntityExistsException.class);
    }

    @Test
    void updatesOneOrSeveral() {
        accounts.insertAll(Account.three());
        assertThat(accounts.update(Account.of(1, 11)))
                .isEqualTo(Account.of(1, 11).at(1));
        assertThat(accounts.updateAll(List.of(Account.of(1, 12).at(1), Account.of(3, 33))))
                .containsExactly(Account.of(1, 12).at(2), Account.of(3, 33).at(1));
        assertThat(accounts.updateAll(List.of())).isEmpty();
        assertThat(all())
                .containsExactly(
                        Account.of(1, 12).at(2),
                        Account.of(2, 20),
                        Account.of(3, 33).at(1));
    }

    @Test
    void updatesAllOrNone() {
        accounts.insertAll(Account.three());
        assertThatThrownBy(() -> accounts.updateAll(List.of(Account.of(1, 11), Account.of(7, 77))))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessageContaining("'7'");
        assertThatThrownBy(() -> accounts.updateAll(
                        List.of(Account.of(1, 11), Account.of(2, 22).at(5))))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessageContaining("'2'");
        assertThat(all()).isEqualTo(Account.three());
    }

    @Test
    void savesWhatIsNewAndWhatIsNot() {
        assertThat(basic.save(Account.of(1, 10))).isEqualTo(Account.of(1, 10));
        assertThat(basic.saveAll(List.of(Account.of(1, 11), Account.of(2, 20))))
                .containsExactly(Account.of(1, 11).at(1), Account.of(2, 20));
        assertThat(basic.saveAll(List.of())).isEmpty();
        assertThatThrownBy(() -> basic.saveAll(List.of(Account.of(3, 30), Account.of(1, 12))))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(all()).containsExactly(Account.of(1, 11).at(1), Account.of(2, 20));
    }

    @Test
    void findsByIdAndAll() {
        accounts.insertAll(Account.three());
        assertThat(basic.findById(2)).contains(Account.of(2, 20));
        assertThat(basic.findById(7)).isEmpty();
        assertThat(all()).isEqualTo(Account.three());
    }

    @Test
    void findsPages() {
        accounts.insertAll(Account.three());
        Order<Account> order = Order.by(Sort.desc("balance"));
        Page<Account> first = basic.findAll(PageRequest.ofSize(2), order);
        assertThat(first.content()).containsExactly(Account.of(3, 30), Account.of(2, 20));
        assertThat(first.totalElements()).isEqualTo(3);
        assertThat(first.totalPages()).isEqualTo(2);
        Page<Account> last = basic.findAll(first.nextPageRequest(), order);
        assertThat(last.content()).containsExactly(Account.of(1, 10));
        assertThat(last.hasNext()).isFalse();
        assertThat(last.hasPrevious()).isTrue();
        assertThat(basic.findAll(PageRequest.ofPage(9).size(2), order).content())
                .isEmpty();
    }

    @Test
    void deletesByIdWhateverIsThere() {
        accounts.insertAll(Account.three());
        basic.deleteById(2);
        basic.deleteById(2);
        assertThat(all()).containsExactly(Account.of(1, 10), Account.of(3, 30));
    }

    @Test
    void deletesEntitiesOfTheirVersionAlone() {
        accounts.insertAll(Account.three());
        basic.delete(Account.of(1, 999));
        assertThatThrownBy(() -> basic.delete(Account.of(1, 10))).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> basic.delete(Account.of(2, 20).at(1)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> basic.deleteAll(List.of(Account.of(2, 20), Account.of(7, 70))))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(all()).containsExactly(Account.of(2, 20), Account.of(3, 30));
        basic.deleteAll(all());
        basic.deleteAll(List.of());
        assertThat(all()).isEmpty();
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> accounts.insert(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> accounts.findById(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> accounts.deleteById(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> basic.saveAll(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void inheritsMethodsOfInterfacesInBetween() {
        SharedAccounts shared = stowage.repository(SharedAccounts.class);
        assertThat(shared.keep(Account.three())).isEqualTo(Account.three());
        assertThat(shared.one(3)).contains(Account.of(3, 30));
    }
}
