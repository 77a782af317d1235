package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Insert;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;
import org.stowage.entity.Id;

/** Attributes and entities whose names hold words that mean something in the names of methods. */
class OddNameTest {

    private final Stowage stowage = Stowage.open("memory");

    @AfterEach
    void close() {
        stowage.close();
    }

    record Order(
            @Id long number,
            LocalDate orderByDate,
            String brand,
            boolean inStock,
            String sandwichOrder,
            boolean android,
            int findByScore,
            String notIn,
            String standBy,
            boolean isTrue,
            int first,
            String NAME,
            String name,
            String addressCity,
            Address address) {

        record Address(String city) {}
    }

    interface Orders extends DataRepository<Order, Long> {

        @Insert
        void add(List<Order> orders);

        List<Order> findByOrderByDate(LocalDate date);

        List<Order> findByOrderByDateLessThanOrderByOrderByDateDesc(LocalDate date);

        List<Order> findByBrandAndInStockTrue(String brand);

        List<Order> findByInStockNotOrAndroidTrue(boolean inStock);

        List<Order> findBySandwichOrderOrBrandOrderBySandwichOrder(String order, String brand);

        List<Order> findByFindByScoreBetween(int low, int high);

        List<Order> findByNotInNotIn(List<String> words);

        List<Order> findByStandByNotNullOrderByStandByDesc();

        List<Order> findByIsTrueTrueAndFirstIn(int... firsts);

        List<Order> findFirst1ByFirstGreaterThanOrderByFirst(int first);

        List<Order> findByName(String name);

        List<Order> findByNAME(String name);

        List<Order> findByAddressCity(String city);

        List<Order> findByAddress_city(String city);

        // With one parameter it has a condition, with none an order.
        List<Order> findOrderByBrand(String brand);

        List<Order> findOrderByBrand();

        long countOrderByBrand(String brand);

        Optional<Order> findById(long number);

        void deleteById(long number);
    }

    private static Order order(long number, int day, String brand, String sandwich, boolean inStock) {
        return new Order(
                number,
                LocalDate.of(2024, 1, day),
                brand,
                inStock,
                sandwich,
                number == 1,
                (int) number,
                "word" + number,
                "by" + number,
                number != 2,
                (int) number,
                "UPPER" + number,
                "lower" + number,
                "direct" + number,
                new Order.Address("inner" + number));
    }

    @Test
    void readsAttributesThatAreNamedAsKeywordsAre() {
        Orders orders = stowage.repository(Orders.class);
        Order one = order(1, 3, "And", "z", true);
        Order two = order(2, 2, "Or", "y", false);
        Order three = order(3, 1, "And", "x", false);
        orders.add(List.of(one, two, three));

        assertThat(orders.findByOrderByDate(LocalDate.of(2024, 1, 2))).containsExactly(two);
        assertThat(orders.findByOrderByDateLessThanOrderByOrderByDateDesc(LocalDate.of(2024, 1, 3)))
                .containsExactly(two, three);
        assertThat(orders.findByBrandAndInStockTrue("And")).containsExactly(one);
        assertThat(orders.findByInStockNotOrAndroidTrue(true)).containsExactly(one, two, three);
        assertThat(orders.findBySandwichOrderOrBrandOrderBySandwichOrder("y", "And"))
                .containsExactly(three, two, one);
        assertThat(orders.findByFindByScoreBetween(2, 3)).containsExactly(two, three);
        assertThat(orders.findByNotInNotIn(List.of("word1", "word3"))).containsExactly(two);
        assertThat(orders.findByStandByNotNullOrderByStandByDesc()).containsExactly(three, two, one);
        assertThat(orders.findByIsTrueTrueAndFirstIn(1, 2)).containsExactly(one);
        assertThat(orders.findFirst1ByFirstGreaterThanOrderByFirst(1)).containsExactly(two);
    }

    @Test
    void tellsAttributesApartThatDifferInCaseOrInTheirPlace() {
        Orders orders = stowage.repository(Orders.class);
        Order one = order(1, 1, "a", "a", true);
        orders.add(List.of(one));

        assertThat(orders.findByName("lower1")).containsExactly(one);
        assertThat(orders.findByNAME("UPPER1")).containsExactly(one);
        assertThat(orders.findByAddressCity("direct1")).containsExactly(one);
        assertThat(orders.findByAddress_city("inner1")).containsExactly(one);
    }

    @Test
    void letsTheParametersDecideWhetherAnOrderIsAnEntity() {
        Orders orders = stowage.repository(Orders.class);
        Order one = order(1, 1, "b", "a", true);
        Order two = order(2, 1, "a", "a", true);
        orders.add(List.of(one, two));

        assertThat(orders.findOrderByBrand("b")).containsExactly(one);
        assertThat(orders.findOrderByBrand()).containsExactly(two, one);
        assertThat(orders.countOrderByBrand("a")).isEqualTo(1);
    }

    @Test
    void takesIdForTheIdWhateverItsName() {
        Orders orders = stowage.repository(Orders.class);
        orders.add(List.of(order(7, 1, "a", "a", true)));

        assertThat(orders.findById(7)).isPresent();
        orders.deleteById(7);
        assertThat(orders.findById(7)).isEmpty();
    }

    record Twin(long id, String name, String nameLike, Part ab, Other a) {

        record Part(String c) {}

        record Other(String bc) {}
    }

    interface Ambiguous extends DataRepository<Twin, Long> {
        List<Twin> findByNameLike(String text);
    }

    interface AmbiguousWithin extends DataRepository<Twin, Long> {
        List<Twin> findByAbc(String text);
    }

    interface Unambiguous extends DataRepository<Twin, Long> {
        List<Twin> findByNameLikeLike(String text);

        List<Twin> findByA_bc(String text);

        List<Twin> findByAb_c(String text);
    }

    @Test
    void refusesNamesThatCanBeReadInTwoWays() {
        assertThatThrownBy(() -> stowage.repository(Ambiguous.class))
                .isInstanceOf(MappingException.class)
                .hasMessageEndingWith(
                        "its name can be read as 'nameLike' and as 'name Like'; ask with @Find or @Query");
        assertThatThrownBy(() -> stowage.repository(AmbiguousWithin.class))
                .isInstanceOf(MappingException.class)
                .hasMessageEndingWith("its name can be read as 'ab.c' and as 'a.bc'; ask with @Find or @Query");
        assertThat(stowage.repository(Unambiguous.class).findByNameLikeLike("%"))
                .isEmpty();
    }
}
