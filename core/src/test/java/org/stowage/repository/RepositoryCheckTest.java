package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.exceptions.MappingException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stowage.CheckTime;
import org.stowage.Stowage;

class RepositoryCheckTest {

    private final Stowage stowage = Stowage.open("memory");

    @AfterEach
    void close() {
        stowage.close();
    }

    interface Mistaken extends CrudRepository<Restaurant, Long> {

        @Find
        List<Restaurant> a(@By("ctiy") String city);

        @Find
        List<Restaurant> b(@By("city") int city);

        @Find
        @OrderBy("address")
        List<Restaurant> c(@By("city") String city);

        @Query("where name = :nam")
        List<Restaurant> d(String name);

        @Query("where name = :name and version = 'x'")
        List<Restaurant> e(String name);

        @Query("select name where id = 1")
        List<Integer> f();

        @Query("select count(this)")
        String g();

        @Query("where name = :name")
        List<Restaurant> h(String name, String other);

        @Query("delete from Restaurants")
        void i();

        @Insert
        void j(String name);

        @Find
        Page<Restaurant> k();

        @Find
        List<Restaurant> l(Limit limit, PageRequest page);

        void m();

        @Find
        @Delete
        void n();

        @Find
        void o();
    }

    @Test
    void tellsAllMistakesOfAnInterfaceTogether() {
        assertThatThrownBy(() -> stowage.repository(Mistaken.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("for 15 reasons")
                .hasMessageContaining(
                        "Mistaken.a(String): unknown attribute 'ctiy' of entity 'Restaurant'; did you mean 'city'?")
                .hasMessageContaining(
                        "Mistaken.b(int): parameter 'city' is int, and attribute 'city' is String; make them alike")
                .hasMessageContaining("Mistaken.c(String): attribute 'address' of entity 'Restaurant' is ")
                .hasMessageContaining("Mistaken.d(String): unknown parameter ':nam' at column 14; did you mean 'name'?")
                .hasMessageContaining(
                        "Mistaken.e(String): attribute 'version' is int64 and 'x' is text, which do not compare at column 24")
                .hasMessageContaining("Mistaken.f(): it returns Integer, and the query selects ['name' of type String]")
                .hasMessageContaining("Mistaken.g(): the query counts, and it returns String; return long")
                .hasMessageContaining("Mistaken.h(String, String): the query does not use parameter 'other'")
                .hasMessageContaining(
                        "Mistaken.i(): unknown entity 'Restaurants' at column 13; did you mean 'Restaurant'?")
                .hasMessageContaining("Mistaken.j(String): @Insert takes an entity, and String is none")
                .hasMessageContaining("Mistaken.k(): it returns a page and takes no PageRequest")
                .hasMessageContaining("Mistaken.l(Limit, PageRequest): it takes a Limit and a PageRequest")
                .hasMessageContaining("Mistaken.m(): nothing says what it does")
                .hasMessageContaining("Mistaken.n(): it is annotated with [@Find, @Delete]; keep one")
                .hasMessageContaining("Mistaken.o(): it finds and returns nothing");
    }

    @Test
    void refusesWhatIsNoInterface() {
        assertThatThrownBy(() -> stowage.repository(String.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> stowage.repository(Override.class))
                .isInstanceOf(MappingException.class)
                .hasMessageEndingWith("it is no interface, so it cannot be a repository; make it one");
    }

    sealed interface Sealed extends CrudRepository<Restaurant, Long> permits Open {}

    non-sealed interface Open extends Sealed {}

    interface Part<T> extends CrudRepository<T, Long> {}

    interface Whole extends Part<Restaurant> {}

    @Test
    void refusesInterfacesThatAreMeantForOthersToExtend() {
        try (Stowage lenient = Stowage.builder()
                .store("*", "memory")
                .checkRepositories(CheckTime.WHEN_CALLED)
                .open()) {
            for (Stowage each : List.of(stowage, lenient)) {
                assertThatThrownBy(() -> each.repository(Sealed.class))
                        .isInstanceOf(MappingException.class)
                        .hasMessageEndingWith("it is sealed, so it cannot be implemented here; leave out 'sealed'");
                assertThatThrownBy(() -> each.repository(Part.class))
                        .isInstanceOf(MappingException.class)
                        .hasMessageEndingWith(
                                "it has type parameters, and nothing says what they are; extend it by an interface that does");
                assertThat(each.repository(Open.class).findAll()).isEmpty();
                assertThat(each.repository(Whole.class).findAll()).isEmpty();
            }
        }
    }
}
