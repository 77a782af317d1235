package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.MappingException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.ProviderRegistry;
import org.stowage.Stowage;
import org.stowage.entity.Version;
import org.stowage.fixture.ListProvider;

class ProjectionTest {

    record Place(String city, @Nullable Integer floor) {}

    record Desk(
            long id,
            String label,
            @Nullable Integer width,
            @Nullable OffsetDateTime bought,
            @Nullable Place place,
            Optional<String> owner,
            @Version int version) {}

    record Card(String label, int width) {}

    record Swapped(Integer width, String label) {}

    record Positional(String what, Integer wide) {}

    record Owned(String label, Optional<String> owner, Optional<String> place_city) {}

    record Purchase(OffsetDateTime bought) {}

    interface Desks extends CrudRepository<Desk, Long> {

        @Find
        @OrderBy("label")
        List<Owned> owned();

        @Find
        Optional<Purchase> purchase(@By("id") long id);

        @Find
        Card card(@By("label") String label);

        @Find
        @OrderBy("width")
        CursoredPage<Owned> pages(PageRequest page, Order<Desk> order);

        @Query("select label, width from Desk where width is not null")
        List<Swapped> byName();

        @Query("select label, width from Desk where width is not null")
        Positional[] byPosition();

        @Query("select width where id(this) = :id")
        @Nullable Integer width(long id);

        @Query("select width where id = :id")
        Optional<Integer> anyWidth(long id);

        @Query("select width where id = :id")
        int narrow(long id);

        @Query("select width order by id")
        List<Integer> widths();

        @Query("select width where width is not null order by id")
        int[] primitives();

        @Query("select bought order by id")
        Stream<OffsetDateTime> bought();

        @Query("select place where id = 1")
        Place place();

        @Query("select place.city")
        List<String> cities(Limit limit, Sort<?>... sorts);

        @Query("select count(this)")
        boolean any();

        @Query("delete from Desk where width > 1")
        void clear();
    }

    private final ListProvider provider = new ListProvider();
    private final Stowage stowage = Stowage.builder()
            .registry(ProviderRegistry.builder().provider(provider).build())
            .open();
    private final Desks desks = stowage.repository(Desks.class);
    private final OffsetDateTime evening = OffsetDateTime.parse("2024-05-06T18:00:00+09:00");

    @BeforeEach
    void fill() {
        desks.insertAll(List.of(
                new Desk(1, "oak", 120, evening, new Place("Ulm", 2), Optional.of("Ann"), 0),
                new Desk(2, "ash", null, null, null, Optional.empty(), 0)));
        provider.scans.clear();
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void fillsRecordsByTheNamesOfTheirComponents() {
        assertThat(desks.owned())
                .containsExactly(
                        new Owned("ash", Optional.empty(), Optional.empty()),
                        new Owned("oak", Optional.of("Ann"), Optional.of("Ulm")));
        assertThat(desks.card("oak")).isEqualTo(new Card("oak", 120));
        assertThat(desks.byName()).containsExactly(new Swapped(120, "oak"));
    }

    @Test
    void fillsRecordsByPositionWhereTheNamesAreOthers() {
        assertThat(desks.byPosition()).containsExactly(new Positional("oak", 120));
    }

    @Test
    void keepsTheTimeZoneOfAnAttribute() {
        assertThat(desks.purchase(1)).contains(new Purchase(evening));
        try (Stream<OffsetDateTime> bought = desks.bought()) {
            assertThat(bought).containsExactly(evening, null);
        }
    }

    @Test
    void tellsANullAttributeFromAMissingEntity() {
        assertThat(desks.width(1)).isEqualTo(120);
        assertThat(desks.width(2)).isNull();
        assertThat(desks.anyWidth(2)).isEmpty();
        assertThat(desks.widths()).containsExactly(120, null);
        assertThat(desks.primitives()).containsExactly(120);
        assertThat(desks.place()).isEqualTo(new Place("Ulm", 2));
    }

    @Test
    void refusesToReturnNullAsAPrimitive() {
        assertThat(desks.narrow(1)).isEqualTo(120);
        assertThatThrownBy(() -> desks.narrow(2))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "attribute 'width' of entity 'Desk' with key '2' is null and cannot be returned as int; return Integer instead");
        assertThatThrownBy(() -> desks.card("ash")).isInstanceOf(MappingException.class);
    }

    @Test
    void asksTheStoreForNoMoreFieldsThanItNeeds() {
        desks.owned();
        assertThat(fields()).containsExactlyInAnyOrder("id", "label", "owner", "place");
        desks.cities(Limit.of(5), Sort.desc("label"));
        assertThat(fields()).containsExactlyInAnyOrder("id", "label", "place");
        desks.bought().close();
        assertThat(fields()).containsExactlyInAnyOrder("id", "bought", "bought_zone");
        assertThat(desks.any()).isTrue();
        assertThat(fields()).containsExactly("id");
        desks.clear();
        assertThat(fields()).containsExactly("id");
        desks.findAll().close();
        assertThat(fields()).isEmpty();
    }

    @Test
    void pagesThroughProjections() {
        Order<Desk> order = Order.by(Sort.asc("label"));
        CursoredPage<Owned> first = desks.pages(PageRequest.ofSize(1), order);
        assertThat(first.content()).extracting(Owned::label).containsExactly("ash");
        CursoredPage<Owned> second = desks.pages(first.nextPageRequest(), order);
        assertThat(fields()).containsExactlyInAnyOrder("id", "label", "owner", "place", "width");
        assertThat(second.content()).extracting(Owned::label).containsExactly("oak");
        assertThat(second.hasNext()).isFalse();
    }

    private Set<String> fields() {
        return provider.scans.get(provider.scans.size() - 1).query().fields();
    }
}
