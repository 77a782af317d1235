package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Save;
import jakarta.data.repository.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;

/** Methods that insert, update, save and delete, in all their forms, for several entities of one repository. */
@OnEveryStore
class LifecycleTest {

    record Note(int id, String text) {}

    interface Desk {

        @Insert
        Account add(Account account);

        @Insert
        void put(Account account);

        @Insert
        List<Account> addAll(List<Account> accounts);

        @Insert
        Account[] addAll(Account... accounts);

        @Insert
        void putAll(Account[] accounts);

        @Insert
        void addAll(Stream<Account> accounts);

        @Insert
        Iterable<Note> write(Iterable<Note> notes);

        @Update
        Account change(Account account);

        @Update
        Account[] change(Account[] accounts);

        @Update
        List<Account> changeAll(List<Account> accounts);

        @Update
        void changeQuietly(Stream<Account> accounts);

        @Save
        Note keep(Note note);

        @Save
        Note[] keep(Note[] notes);

        @Save
        void keepAll(Stream<Note> notes);

        @Delete
        void remove(Account account);

        @Delete
        long removeAll(List<Account> accounts);

        @Delete
        int removeAll(Account... accounts);

        @Delete
        void remove(Stream<Note> notes);

        @Query("delete from Account where balance = ?1")
        int removeRich(long balance);

        @Find
        Optional<Account> account(int id);

        @Find
        List<Note> notes(String text);

        @Query("select count(this) from Account")
        long accounts();

        @Query("select count(this) from Note")
        long notes();

        @Query("delete from Note")
        long clear();

        default Note remember(Account account) {
            return keep(new Note(account.id(), account.owner()));
        }

        default int twice(int number, long... more) {
            return 2 * number + more.length;
        }

        static Account rich(int id) {
            return Account.of(id, 1_000_000);
        }
    }

    private final Stowage stowage;
    private final Desk desk;

    LifecycleTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        desk = stowage.repository(Desk.class);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void insertInEveryForm() {
        assertThat(desk.add(Account.of(1, 1))).isEqualTo(Account.of(1, 1));
        desk.put(Account.of(2, 2));
        assertThat(desk.addAll(List.of(Account.of(3, 3)))).containsExactly(Account.of(3, 3));
        assertThat(desk.addAll(Account.of(4, 4), Account.of(5, 5))).containsExactly(Account.of(4, 4), Account.of(5, 5));
        desk.putAll(new Account[] {Account.of(6, 6)});
        desk.addAll(Stream.of(Account.of(7, 7), Account.of(8, 8)));
        assertThat(desk.write(List.of(new Note(1, "a")))).containsExactly(new Note(1, "a"));
        assertThat(desk.addAll()).isEmpty();
        desk.addAll(Stream.empty());
        assertThat(desk.accounts()).isEqualTo(8);
    }

    @Test
    void updateInEveryFormAndHandBackTheVersion() {
        desk.addAll(Account.three());
        Account once = desk.change(Account.of(1, 100));
        assertThat(once).isEqualTo(Account.of(1, 100).at(1));
        assertThat(desk.change(new Account[] {once, Account.of(2, 200)}))
                .containsExactly(once.at(2), Account.of(2, 200).at(1));
        assertThat(desk.changeAll(List.of(Account.of(3, 300))))
                .containsExactly(Account.of(3, 300).at(1));
        desk.changeQuietly(Stream.of(Account.of(3, 301).at(1)));
        assertThat(desk.account(1)).contains(once.at(2));
        assertThat(desk.account(3)).contains(Account.of(3, 301).at(2));
    }

    @Test
    void saveInEveryForm() {
        assertThat(desk.keep(new Note(1, "a"))).isEqualTo(new Note(1, "a"));
        assertThat(desk.keep(new Note[] {new Note(1, "b"), new Note(2, "b")}))
                .containsExactly(new Note(1, "b"), new Note(2, "b"));
        desk.keepAll(Stream.of(new Note(2, "c"), new Note(3, "c")));
        assertThat(desk.notes("c")).containsExactly(new Note(2, "c"), new Note(3, "c"));
        assertThat(desk.notes()).isEqualTo(3);
    }

    @Test
    void deleteInEveryFormAndCount() {
        desk.addAll(Account.three());
        desk.addAll(Account.of(4, 40), Account.of(5, 50), Account.of(6, 50));
        desk.remove(Account.of(1, 10));
        assertThat(desk.removeAll(List.of(Account.of(2, 20), Account.of(3, 30))))
                .isEqualTo(2);
        assertThat(desk.removeAll(Account.of(4, 40))).isEqualTo(1);
        assertThat(desk.removeAll()).isZero();
        assertThat(desk.removeRich(50)).isEqualTo(2);
        assertThat(desk.removeRich(50)).isZero();
        desk.keepAll(Stream.of(new Note(1, "a"), new Note(2, "b"), new Note(3, "c")));
        desk.remove(Stream.of(new Note(1, "any"), new Note(3, "any")));
        assertThat(desk.clear()).isEqualTo(1);
        assertThat(desk.accounts() + desk.notes()).isZero();
    }

    @Test
    void areWholeOrNotAtAll() {
        desk.addAll(Account.three());
        assertThatThrownBy(() -> desk.addAll(Account.of(4, 40), Account.of(2, 0)))
                .isInstanceOf(EntityExistsException.class);
        assertThatThrownBy(() -> desk.addAll(Stream.of(Account.of(4, 40), Account.of(4, 41))))
                .isInstanceOf(EntityExistsException.class);
        assertThatThrownBy(() -> desk.removeAll(Account.of(1, 10), Account.of(9, 90)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> desk.addAll(Stream.of(Account.of(4, 40)).peek(account -> {
                    throw new IllegalStateException("the stream breaks");
                })))
                .hasMessage("the stream breaks");
        assertThat(desk.accounts()).isEqualTo(3);
    }

    @Test
    void keepTheLastOfTwoThatAreSavedTogether() {
        assertThat(desk.keep(new Note[] {new Note(1, "a"), new Note(1, "b")})).hasSize(2);
        assertThat(desk.notes("b")).containsExactly(new Note(1, "b"));
        assertThat(desk.notes()).isEqualTo(1);
    }

    @Test
    void areCalledByDefaultMethods() {
        assertThat(desk.remember(desk.add(Desk.rich(1)))).isEqualTo(new Note(1, "owner 1"));
        assertThat(desk.notes("owner 1")).hasSize(1);
        assertThat(desk.twice(2, 7, 7)).isEqualTo(6);
    }

    interface Wrong {

        @Insert
        Note add(Account account);

        @Insert
        Account one(List<Account> accounts);

        @Update
        String change(Account account);

        @Delete
        Account remove(Account account);

        @Save
        void both(Account account, Note note);
    }

    @Test
    void areCheckedWithTheirInterface() {
        assertThatThrownBy(() -> stowage.repository(Wrong.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("for 5 reasons")
                .hasMessageContaining("Wrong.add(Account)")
                .hasMessageContaining("Wrong.one(List)")
                .hasMessageContaining("Wrong.change(Account)")
                .hasMessageContaining("Wrong.remove(Account)")
                .hasMessageContaining("Wrong.both(Account, Note)");
    }
}
