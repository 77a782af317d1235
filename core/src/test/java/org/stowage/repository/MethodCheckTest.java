package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.MappingException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Param;
import jakarta.data.repository.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;

/** What a method says and cannot be done; each mistake is told when the repository is made. */
class MethodCheckTest {

    private final Stowage stowage = Stowage.open("memory");

    @AfterEach
    void close() {
        stowage.close();
    }

    interface Mistaken extends DataRepository<Restaurant, Long> {

        @Find
        List<Restaurant> a(Order<Restaurant> first, Order<Restaurant> second);

        @Find
        Optional<Restaurant> b(PageRequest page);

        @Find
        Set<Restaurant> c();

        @Query("where city = 'Ulm'")
        Map<Long, Restaurant> d();

        @Find
        CompletableFuture<Restaurant> e();

        @OrderBy("name")
        @Delete
        void f(String city);

        @Find
        List<Restaurant> g(@Param("city") String town);

        @Query("where city = :town")
        List<Restaurant> h(@By("town") String city);

        @Query("where kitchen = org.example.Kitchn.THAI")
        List<Restaurant> i();

        @Query("where kitchen = Kitchen.TAHI")
        List<Restaurant> j();

        @Query("select count(this)")
        Page<Long> k(PageRequest page);

        @Query("select count(this)")
        List<String> l();

        @Query("select count(this)")
        Optional<Long> m(Limit limit);

        @Query("update Restaurant set city = 'x'")
        Optional<Long> n();

        @Query("select name, city")
        List<String> o();

        @Insert
        Stream<String> p(List<Restaurant> restaurants);
    }

    @Test
    void tellsWhatAMethodCannotTakeOrReturn() {
        assertThatThrownBy(() -> stowage.repository(Mistaken.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Mistaken.a(Order, Order): it takes Order twice; take it once")
                .hasMessageContaining(
                        "Mistaken.b(PageRequest): it takes a PageRequest and returns one result; return a Page or a List")
                .hasMessageContaining(
                        "Mistaken.c(): it returns Set; return one result or an Optional, List, array, Stream, Page or CursoredPage of them")
                .hasMessageContaining("Mistaken.d(): it returns Map; return one")
                .hasMessageContaining("Mistaken.e(): it returns CompletableFuture; return one")
                .hasMessageContaining("Mistaken.f(String): @OrderBy is for methods that find; leave it out")
                .hasMessageContaining(
                        "Mistaken.g(String): parameter 'city' is annotated with @Param, which is for @Query; write @By")
                .hasMessageContaining(
                        "Mistaken.h(String): parameter 'town' is annotated with @By, which is for @Find and @Delete; write @Param")
                .hasMessageContaining(
                        "Mistaken.i(): unknown enum 'org.example.Kitchn' at column 17; there is only 'org.stowage.repository.Restaurant.Kitchen'")
                .hasMessageContaining("Mistaken.j(): unknown constant 'TAHI' at column 17; did you mean 'THAI'?")
                .hasMessageContaining("Mistaken.k(PageRequest): the query counts, and it returns Page; return long")
                .hasMessageContaining("Mistaken.l(): the query counts, and it returns List; return long")
                .hasMessageContaining("Mistaken.m(Limit): the query counts, and it takes a Limit")
                .hasMessageContaining("Mistaken.n(): the query updates, and it returns Optional; return long")
                .hasMessageContaining(
                        "Mistaken.o(): it returns String, and the query selects ['name' of type String, 'city' of type String]")
                .hasMessageContaining("Mistaken.p(List): it takes List of Restaurant and returns Stream")
                .hasMessageContaining("for 16 reasons");
    }

    record Note(long id, String text) {}

    record Label(long id, String text) {}

    interface Notes {

        @Insert
        void add(Note... notes);

        @Find
        @OrderBy("text")
        List<Label> labels();

        @Query("select count(this)")
        long count();

        @Delete
        int remove(String text);

        @Override
        String toString();

        @Override
        boolean equals(Object other);
    }

    @Test
    void isAboutTheEntityOfItsLifecycleMethodsWhereNothingElseSaysSo() {
        Notes notes = stowage.repository(Notes.class);
        notes.add(new Note(1, "b"), new Note(2, "a"));
        assertThat(notes.labels()).containsExactly(new Label(2, "a"), new Label(1, "b"));
        assertThat(notes.count()).isEqualTo(2);
        assertThat(notes.remove("a")).isEqualTo(1);
        assertThat(notes)
                .isEqualTo(stowage.repository(Notes.class))
                .isNotEqualTo(stowage)
                .hasToString("repository " + Notes.class.getName());
    }

    interface Counts extends DataRepository<Restaurant, Long> {

        @Insert
        void insert(Restaurant restaurant);

        @Query("select count(this) where kitchen = Restaurant.Kitchen.THAI")
        Optional<Long> optional();

        @Query("select count(this) from Restaurant")
        List<Integer> list();

        @Query("select count(this)")
        long[] array();

        @Query("select count(this)")
        Stream<Long> stream();

        @Query("select count(this)")
        Integer number();

        @Find
        Page<Restaurant> page(PageRequest page, Sort<Restaurant> sort);
    }

    @Test
    void countsInEveryForm() {
        Counts counts = stowage.repository(Counts.class);
        counts.insert(Restaurant.of(1, "Anna", "Ulm", Restaurant.Kitchen.THAI, "1.00"));
        assertThat(counts.optional()).contains(1L);
        assertThat(counts.list()).containsExactly(1);
        assertThat(counts.array()).containsExactly(1);
        assertThat(counts.stream()).containsExactly(1L);
        assertThat(counts.number()).isEqualTo(1);
    }

    @Test
    void findsNothingOnAPageBehindTheEnd() {
        Counts counts = stowage.repository(Counts.class);
        counts.insert(Restaurant.of(1, "Anna", "Ulm", Restaurant.Kitchen.THAI, "1.00"));
        for (long number : new long[] {2, 1L << 40, Long.MAX_VALUE}) {
            Page<Restaurant> page = counts.page(PageRequest.ofPage(number).size(Integer.MAX_VALUE), Sort.asc("name"));
            assertThat(page.content()).isEmpty();
            assertThat(page.hasNext()).isFalse();
            assertThat(page.hasPrevious()).isTrue();
            assertThat(page.totalElements()).isEqualTo(1);
        }
    }
}
