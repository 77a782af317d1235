package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;
import org.stowage.repository.Restaurant.Kitchen;

class RepositoryTest {

    private final Stowage stowage = Stowage.open("memory");
    private final Restaurants restaurants = stowage.repository(Restaurants.class);

    private final Restaurant anna = Restaurant.of(1, "Anna", "Ulm", Kitchen.ITALIAN, "12.50");
    private final Restaurant bangkok = Restaurant.of(2, "Bangkok", "Ulm", Kitchen.THAI, "9.00");
    private final Restaurant chez = Restaurant.of(3, "Chez", "Bonn", Kitchen.FRENCH, "31.00");
    private final Restaurant dolce = new Restaurant(4, "Dolce", null, Kitchen.ITALIAN, null, null, null, 0);

    @BeforeEach
    void insertAll() {
        restaurants.insertAll(List.of(anna, bangkok, chez, dolce));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void findsWhatWasInserted() {
        assertThat(restaurants.findById(1L)).contains(anna);
        assertThat(restaurants.findById(4L)).contains(dolce);
        assertThat(restaurants.findById(9L)).isEmpty();
        try (Stream<Restaurant> all = restaurants.findAll()) {
            assertThat(all).containsExactly(anna, bangkok, chez, dolce);
        }
    }

    @Test
    void findsByAttributesInTheDeclaredOrder() {
        assertThat(restaurants.inCity("Ulm")).containsExactly(anna, bangkok);
        assertThat(restaurants.named("Chez")).contains(chez);
        assertThat(restaurants.onStreet("Bonn Street")).containsExactly(chez);
        assertThat(restaurants.of(Kitchen.ITALIAN, Sort.desc("name"))).containsExactly(dolce, anna);
        assertThat(restaurants.namesIn("Ulm")).containsExactly("Anna", "Bangkok");
    }

    @Test
    void ordersByDeclarationWithNullFirstAndLimits() {
        assertThat(restaurants.all(Order.by(Sort.asc("kitchen"), Sort.desc("id")), Limit.of(3)))
                .containsExactly(bangkok, dolce, anna);
        assertThat(restaurants.all(Order.by(Sort.asc("price")), Limit.range(1, 2)))
                .containsExactly(dolce, bangkok);
    }

    @Test
    void handsOutPartsOfEntities() {
        assertThat(restaurants.signs("Ulm"))
                .containsExactly(new Restaurants.Sign("Anna", "Ulm"), new Restaurants.Sign("Bangkok", "Ulm"));
        assertThat(restaurants.sign(3)).contains(new Restaurants.Sign("Chez", "Bonn"));
        try (Stream<String> names = restaurants.names("Ulm")) {
            assertThat(names).containsExactly("Anna", "Bangkok");
        }
    }

    @Test
    void answersQueries() {
        assertThat(restaurants.like("%n%")).containsExactly(anna, bangkok);
        assertThat(restaurants.countIn("Ulm")).isEqualTo(2);
        assertThat(restaurants.anyIn("Ulm")).isTrue();
        assertThat(restaurants.anyIn("Paris")).isFalse();
    }

    @Test
    void pagesByNumberWithAndWithoutTotals() {
        Set<Kitchen> kitchens = Set.of(Kitchen.ITALIAN, Kitchen.FRENCH, Kitchen.THAI);
        Page<Restaurant> first = restaurants.dear(new BigDecimal("1"), kitchens, PageRequest.ofSize(2));
        assertThat(first.content()).containsExactly(chez, anna);
        assertThat(first.totalElements()).isEqualTo(3);
        assertThat(first.hasNext()).isTrue();
        Page<Restaurant> second = restaurants.dear(
                new BigDecimal("1"), kitchens, first.nextPageRequest().withoutTotal());
        assertThat(second.content()).containsExactly(bangkok);
        assertThat(second.hasNext()).isFalse();
        assertThat(second.hasTotals()).isFalse();
    }

    @Test
    void pagesByCursorForwardsAndBackwardsOverNulls() {
        Order<Restaurant> order = Order.by(Sort.desc("name"));
        List<Restaurant> forwards = new ArrayList<>();
        CursoredPage<Restaurant> page = restaurants.pages(PageRequest.ofSize(1), order);
        forwards.addAll(page.content());
        while (page.hasNext()) {
            page = restaurants.pages(page.nextPageRequest(), order);
            forwards.addAll(page.content());
        }
        assertThat(forwards).containsExactly(dolce, chez, bangkok, anna);

        List<Restaurant> backwards = new ArrayList<>(page.content());
        while (page.hasPrevious()) {
            page = restaurants.pages(page.previousPageRequest(), order);
            backwards.addAll(page.content());
        }
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void neitherRepeatsNorSkipsRowsBehindACursorWhenOthersComeAndGo() {
        Order<Restaurant> order = Order.by(Sort.asc("name"));
        CursoredPage<Restaurant> page = restaurants.pages(PageRequest.ofSize(2), order);
        assertThat(page.content()).containsExactly(dolce, chez);
        restaurants.deleteById(4L);
        restaurants.insert(Restaurant.of(5, "Aachen", "Bonn", Kitchen.THAI, "1"));
        assertThat(restaurants.pages(page.nextPageRequest(), order).content()).containsExactly(anna, bangkok);
    }

    @Test
    void countsTheVersionUpWithEachUpdateAndHandsItBack() {
        Restaurant moved = restaurants.update(anna.inCity("Rome"));
        assertThat(moved.version()).isEqualTo(1);
        assertThat(restaurants.findById(1L)).contains(moved);
        assertThatThrownBy(() -> restaurants.update(anna.inCity("Oslo")))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessageContaining("'Restaurant'")
                .hasMessageContaining("'1'");
        assertThat(restaurants.save(moved.inCity("Oslo")).version()).isEqualTo(2);
        assertThatThrownBy(() -> restaurants.save(moved)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> restaurants.delete(moved)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(restaurants.findById(1L).orElseThrow().city()).isEqualTo("Oslo");
    }

    @Test
    void refusesWhatIsMissingWhenItIsUpdatedOrDeleted() {
        Restaurant unknown = Restaurant.of(9, "Nowhere", "Ulm", Kitchen.THAI, "1.00");
        assertThatThrownBy(() -> restaurants.update(unknown)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> restaurants.delete(unknown)).isInstanceOf(OptimisticLockingFailureException.class);
        restaurants.deleteById(9L);
        assertThat(restaurants.save(unknown)).isEqualTo(unknown);
    }

    @Test
    void insertsAllOrNothing() {
        Restaurant fresh = Restaurant.of(7, "Fresh", "Ulm", Kitchen.THAI, "1.00");
        assertThatThrownBy(() -> restaurants.insertAll(List.of(fresh, anna)))
                .isInstanceOf(EntityExistsException.class)
                .hasMessageContaining("'1'");
        assertThat(restaurants.findById(7L)).isEmpty();
        assertThatThrownBy(() -> restaurants.insert(Restaurant.of(8, "Anna", "Ulm", Kitchen.THAI, "1.00")))
                .isInstanceOf(EntityExistsException.class);
    }

    @Test
    void changesAndDeletesByCondition() {
        assertThat(restaurants.move("Ulm", "Neu-Ulm")).isEqualTo(2);
        Restaurant moved = restaurants.findById(1L).orElseThrow();
        assertThat(moved.city()).isEqualTo("Neu-Ulm");
        assertThat(moved.price()).isEqualTo(new BigDecimal("25.00"));
        assertThat(moved.version()).isEqualTo(1);
        assertThat(restaurants.deleteFrench()).isEqualTo(1);
        assertThat(restaurants.deleteIn("Neu-Ulm")).isEqualTo(2);
        try (Stream<Restaurant> all = restaurants.findAll()) {
            assertThat(all).containsExactly(dolce);
        }
    }

    @Test
    void saysWhenThereIsNoneOrMoreThanOne() {
        assertThatThrownBy(() -> restaurants.only("Paris"))
                .isInstanceOf(EmptyResultException.class)
                .hasMessageContaining("'Restaurant'")
                .hasMessageContaining("'Paris'");
        assertThatThrownBy(() -> restaurants.only("Ulm")).isInstanceOf(NonUniqueResultException.class);
        assertThat(restaurants.only("Bonn")).isEqualTo(chez);
    }

    @Test
    void refusesAValueThatWouldNeedRounding() {
        Restaurant exact = Restaurant.of(5, "Exact", "Ulm", Kitchen.THAI, "1.005");
        assertThatThrownBy(() -> restaurants.insert(exact))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1.005");
        Restaurant plain = Restaurant.of(6, "Plain", "Ulm", Kitchen.THAI, "3");
        restaurants.insert(plain);
        assertThat(restaurants.findById(6L).orElseThrow().price()).isEqualTo(new BigDecimal("3.00"));
    }

    @Test
    void refusesNullWhereAnAttributeIsRequired() {
        assertThatThrownBy(() -> restaurants.insert(new Restaurant(0, "X", null, null, null, null, null, 0)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("kitchen");
    }

    @Test
    void rejectsAnUnknownSortWithTheNearestName() {
        assertThatThrownBy(() -> restaurants.all(Order.by(Sort.asc("nmae")), Limit.of(1)))
                .isInstanceOf(MappingException.class)
                .hasMessage("unknown attribute 'nmae' of entity 'Restaurant'; did you mean 'name'?");
    }

    @Test
    void seesItsOwnWritesInATransactionAndLosesThemWhenItFails() {
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    restaurants.deleteById(1L);
                    assertThat(restaurants.findById(1L)).isEmpty();
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(restaurants.findById(1L)).contains(anna);
    }
}
