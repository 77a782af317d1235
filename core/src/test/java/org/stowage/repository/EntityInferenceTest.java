package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;

/** Which entity a method is about, as its repository and the method say it. */
class EntityInferenceTest {

    record Author(long id, String name) {}

    record Book(long id, String title, long author) {}

    record Title(String title) {}

    interface Library {

        @Insert
        void add(Author author);

        @Insert
        Book[] add(Book... books);

        @Find
        @OrderBy("title")
        List<Book> booksOf(long author);

        @Query("select name from Author where id(this) = :id")
        Optional<String> nameOf(long id);

        @Query("update Author set name = :name where id = :id")
        boolean rename(long id, String name);
    }

    interface Statements {

        @Query("select title from Book order by title")
        List<Title> titles();

        @Query("delete from Author")
        int clear();
    }

    interface Results {

        @Find
        @OrderBy("title")
        List<Title> a();

        @Find
        Optional<Book> b(long id);
    }

    /** What an application writes once for all of its repositories. */
    interface Base<T, K> extends DataRepository<T, K> {

        @Save
        <S extends T> List<S> put(List<S> entities);

        @Find
        T[] everything();

        @Delete
        long removeAll();
    }

    interface Authors extends Base<Author, Long> {

        @Override
        @Find
        @OrderBy(value = "name", descending = true)
        Author[] everything();
    }

    private final Stowage stowage = Stowage.open("memory");

    @BeforeEach
    void fill() {
        Library library = stowage.repository(Library.class);
        library.add(new Author(1, "Ann"));
        library.add(new Author(2, "Bob"));
        library.add(new Book(1, "B", 1), new Book(2, "A", 1), new Book(3, "C", 2));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void takesSeveralEntitiesFromWhatIsWrittenFoundAndNamed() {
        Library library = stowage.repository(Library.class);
        assertThat(library.booksOf(1)).extracting(Book::title).containsExactly("A", "B");
        assertThat(library.rename(2, "Bill")).isTrue();
        assertThat(library.rename(9, "Bill")).isFalse();
        assertThat(library.nameOf(2)).contains("Bill");
    }

    @Test
    void findsTheClassThatAStatementNamesBesideTheRepository() {
        Statements statements = stowage.repository(Statements.class);
        assertThat(statements.titles()).containsExactly(new Title("A"), new Title("B"), new Title("C"));
        assertThat(statements.clear()).isEqualTo(2);
    }

    @Test
    void takesWhatHasAnIdForTheEntityAmongResults() {
        Results results = stowage.repository(Results.class);
        assertThat(results.b(2)).contains(new Book(2, "A", 1));
        assertThat(results.a()).containsExactly(new Title("A"), new Title("B"), new Title("C"));
    }

    @Test
    void fillsTheTypeVariablesOfInheritedInterfacesAndLetsMethodsBeOverridden() {
        Authors authors = stowage.repository(Authors.class);
        assertThat(authors.everything()).extracting(Author::name).containsExactly("Bob", "Ann");
        assertThat(authors.put(List.of(new Author(3, "Cid")))).containsExactly(new Author(3, "Cid"));
        assertThat(authors.put(List.of())).isEmpty();
        assertThat(authors.removeAll()).isEqualTo(3);
    }

    @Repository(provider = "Another")
    interface Foreign extends DataRepository<Author, Long> {}

    @Repository(provider = "Stowage")
    interface Own extends DataRepository<Author, Long> {}

    @Test
    void refusesARepositoryThatIsMeantForAnotherProvider() {
        assertThat(stowage.repository(Own.class)).isNotNull();
        assertThatThrownBy(() -> stowage.repository(Foreign.class))
                .isInstanceOf(MappingException.class)
                .hasMessageEndingWith(
                        "is meant for Jakarta Data provider 'Another'; write 'Stowage' in @Repository, or leave the provider out");
    }
}
