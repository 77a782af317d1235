package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.suite.Dish.Course;
import org.stowage.suite.Dish.Origin;
import org.stowage.suite.Dish.Town;

/** Queries that are written as the name of a method. */
@OnEveryStore
class MethodNameTest {

    private final Stowage stowage;
    private final Dishes dishes;

    private final Dish soup = new Dish(
            1,
            "Soup",
            Course.STARTER,
            new BigDecimal("4.50"),
            120,
            true,
            true,
            'a',
            LocalDate.of(1900, 1, 1),
            new Origin("FR", new Town("Lyon", "69000")),
            List.of());
    private final Dish salad = new Dish(
            2,
            "salad",
            Course.STARTER,
            new BigDecimal("6.00"),
            90,
            true,
            null,
            'A',
            LocalDate.of(1950, 1, 1),
            new Origin("IT", null),
            List.of("nuts"));
    private final Dish roast =
            new Dish(3, "Roast", Course.MAIN, new BigDecimal("18.00"), 800, false, false, 'b', null, null, List.of());
    private final Dish half = new Dish(
            4,
            "50%_off",
            Course.MAIN,
            null,
            650,
            false,
            true,
            'c',
            LocalDate.of(2020, 1, 1),
            new Origin("FR", new Town("Lyon", "69001")),
            List.of());
    private final Dish unnamed =
            new Dish(5, null, Course.DESSERT, new BigDecimal("5.00"), 300, true, false, 'd', null, null, List.of());

    MethodNameTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        dishes = stowage.repository(Dishes.class);
    }

    @BeforeEach
    void addAll() {
        dishes.add(List.of(soup, salad, roast, half, unnamed));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void comparesTexts() {
        assertThat(dishes.findByName("Soup")).containsExactly(soup);
        assertThat(dishes.findByName("soup")).isEmpty();
        assertThat(dishes.findByNameNot("Soup")).containsExactly(salad, roast, half);
        assertThat(dishes.findByNameIgnoreCase("SALAD")).containsExactly(salad);
        assertThat(dishes.findByNameIgnoreCaseNot("SALAD")).containsExactly(soup, roast, half);
        assertThat(dishes.findByNameBetween("Roast", "Soup")).containsExactly(soup, roast);
        assertThat(dishes.findByNameIgnoreCaseBetween("roast", "SALAD")).containsExactly(salad, roast);
        assertThat(dishes.findByNameIgnoreCaseGreaterThan("SALAD")).containsExactly(soup);
    }

    @Test
    void matchesPatternsOnlyWithLike() {
        assertThat(dishes.findByNameLike("%oa%")).containsExactly(roast);
        assertThat(dishes.findByNameLike("50%")).containsExactly(half);
        assertThat(dishes.findByNameLike("S___")).containsExactly(soup);
        assertThat(dishes.findByNameNotLike("S%")).containsExactly(salad, roast, half);
        assertThat(dishes.findByNameIgnoreCaseLike("S%")).containsExactly(soup, salad);
    }

    @Test
    void takesPartsOfTextsLiterally() {
        assertThat(dishes.findByNameStartsWith("S")).containsExactly(soup);
        assertThat(dishes.findByNameStartsWith("_")).isEmpty();
        assertThat(dishes.findByNameIgnoreCaseStartsWith("S")).containsExactly(soup, salad);
        assertThat(dishes.findByNameNotStartsWith("S")).containsExactly(salad, roast, half);
        assertThat(dishes.findByNameEndsWith("%")).isEmpty();
        assertThat(dishes.findByNameEndsWith("off")).containsExactly(half);
        assertThat(dishes.findByNameIgnoreCaseNotEndsWith("OFF")).containsExactly(soup, salad, roast);
        assertThat(dishes.findByNameContains("0%_")).containsExactly(half);
        assertThat(dishes.findByNameContains("%")).containsExactly(half);
        assertThat(dishes.findByNameContains("_")).containsExactly(half);
        assertThat(dishes.findByNameContains("\\")).isEmpty();
        assertThat(dishes.findByNameContains("")).containsExactly(soup, salad, roast, half);
        assertThat(dishes.findByNameIgnoreCaseContains("OA")).containsExactly(roast);
        assertThat(dishes.findByNameNotContains("a")).containsExactly(soup, half);
    }

    @Test
    void asksForNull() {
        assertThat(dishes.findByNameNull()).containsExactly(unnamed);
        assertThat(dishes.findByNameNotNull()).containsExactly(soup, salad, roast, half);
        assertThat(dishes.findByOriginNull()).containsExactly(roast, unnamed);
        assertThat(dishes.findByOriginTownNotNull()).containsExactly(soup, half);
        assertThat(dishes.findByAllergensNotNull()).hasSize(5);
    }

    @Test
    void findsNothingThatIsComparedWithNull() {
        assertThat(dishes.findByName(null)).isEmpty();
        assertThat(dishes.findByNameNot(null)).isEmpty();
    }

    @Test
    void looksIntoCollections() {
        assertThat(dishes.findByNameIn(Set.of("Soup", "Roast", "salt"))).containsExactly(soup, roast);
        assertThat(dishes.findByNameIn(Set.of())).isEmpty();
        assertThat(dishes.findByNameNotIn(List.of("Soup", "Roast"))).containsExactly(salad, half);
        assertThat(dishes.findByNameNotIn(Arrays.asList("Soup", null))).isEmpty();
        assertThat(dishes.findByNameIgnoreCaseIn(Arrays.asList("SOUP", "Salad", null)))
                .containsExactly(soup, salad);
        assertThat(dishes.findByCaloriesIn(90, 300)).containsExactly(salad, unnamed);
        assertThat(dishes.findByCourseIn(Set.of(Course.DESSERT, Course.STARTER)))
                .containsExactly(soup, salad, unnamed);
        assertThat(dishes.findByShelfIgnoreCaseIn('A', 'D')).containsExactly(soup, salad, unnamed);
    }

    @Test
    void comparesNumbersDatesAndConstants() {
        assertThat(dishes.findByCaloriesLessThan(120)).containsExactly(salad);
        assertThat(dishes.findByCaloriesLessThanEqual(120)).containsExactly(soup, salad);
        assertThat(dishes.findByCaloriesGreaterThan(650)).containsExactly(roast);
        assertThat(dishes.findByCaloriesGreaterThanEqual(650)).containsExactly(roast, half);
        assertThat(dishes.findByCaloriesNotGreaterThanEqual(120)).containsExactly(salad);
        assertThat(dishes.findByCaloriesBetween(120, 650)).containsExactly(soup, half, unnamed);
        assertThat(dishes.findByCaloriesNotBetween(120, 650)).containsExactly(salad, roast);
        assertThat(dishes.findByPriceLessThan(new BigDecimal("5.001"))).containsExactly(soup, unnamed);
        assertThat(dishes.findByPriceNotLessThan(new BigDecimal("6"))).containsExactly(salad, roast);
        assertThat(dishes.findByCourse(Course.MAIN)).containsExactly(roast, half);
        assertThat(dishes.findByCourseGreaterThan(Course.STARTER)).containsExactly(roast, half, unnamed);
        assertThat(dishes.findByInventedGreaterThanEqual(LocalDate.of(1950, 1, 1)))
                .containsExactly(salad, half);
        assertThat(dishes.findByShelf('A')).containsExactly(salad);
        assertThat(dishes.findByShelfIgnoreCaseLike("A")).containsExactly(soup, salad);
    }

    @Test
    void asksForTruth() {
        assertThat(dishes.findByVeganTrue()).containsExactly(soup, salad, unnamed);
        assertThat(dishes.findByVeganFalse()).containsExactly(roast, half);
        assertThat(dishes.findByVeganNot(true)).containsExactly(roast, half);
        assertThat(dishes.findBySpicyTrue()).containsExactly(soup, half);
        assertThat(dishes.findBySpicyNotTrue()).containsExactly(roast, unnamed);
    }

    @Test
    void reachesAttributesWithinOthersWithAndWithoutDelimiter() {
        assertThat(dishes.findByOriginCountry("FR")).containsExactly(soup, half);
        assertThat(dishes.findByOrigin_country("FR")).containsExactly(soup, half);
        assertThat(dishes.findByOriginTownZipCode("69001")).containsExactly(half);
        assertThat(dishes.findByOrigin_town_zipCode("69001")).containsExactly(half);
        assertThat(dishes.findByOriginTownNameOrderByOriginTownZipCodeDesc("Lyon"))
                .containsExactly(half, soup);
    }

    @Test
    void bindsAndTighterThanOr() {
        assertThat(dishes.findByCourseAndVeganTrue(Course.MAIN)).isEmpty();
        assertThat(dishes.findByCourseOrCaloriesGreaterThan(Course.STARTER, 700))
                .containsExactly(soup, salad, roast);
        assertThat(dishes.findByVeganTrueOrCourseAndCaloriesLessThan(Course.MAIN, 700))
                .containsExactly(soup, salad, half, unnamed);
        assertThat(dishes.findByCourseAndCaloriesLessThanOrVeganTrueAndCaloriesGreaterThan(Course.MAIN, 700, 200))
                .containsExactly(half, unnamed);
    }

    @Test
    void takesArgumentsInTheOrderOfTheConditionsAndSpecialOnesBehind() {
        assertThat(dishes.findByNameLikeAndCaloriesBetweenAndPriceLessThan(
                        "%o%", 100, 900, new BigDecimal("20"), Limit.of(5), Order.by(Sort.desc("calories"))))
                .containsExactly(roast, soup);
        assertThat(dishes.findByNameLikeAndCaloriesBetweenAndPriceLessThan(
                        "%o%", 100, 900, new BigDecimal("20"), Limit.of(1), Order.by(Sort.desc("calories"))))
                .containsExactly(roast);
    }

    @Test
    void sorts() {
        assertThat(dishes.findAllOrderByName()).containsExactly(unnamed, half, roast, soup, salad);
        assertThat(dishes.findOrderByNameDesc()).containsExactly(salad, soup, roast, half, unnamed);
        assertThat(dishes.findOrderByNameIgnoreCase()).containsExactly(unnamed, half, roast, salad, soup);
        assertThat(dishes.findOrderByNameIgnoreCaseDescIdAsc()).containsExactly(soup, salad, roast, half, unnamed);
        assertThat(dishes.findByVeganTrueOrderByCourseDescCaloriesAsc()).containsExactly(unnamed, salad, soup);
        assertThat(dishes.findByVeganTrueOrderByCourseDescCalories()).containsExactly(unnamed, salad, soup);
        assertThat(dishes.findByVeganTrueOrderByCourseAsc(Sort.asc("calories"))).containsExactly(salad, soup, unnamed);
        assertThat(dishes.findByVegan(true)).containsExactly(unnamed, soup, salad);
    }

    @Test
    void limits() {
        assertThat(dishes.findFirstOrderByCaloriesDesc()).isEqualTo(roast);
        assertThat(dishes.findFirstByCaloriesGreaterThanOrderByIdAsc(100)).contains(soup);
        assertThat(dishes.findFirstByCaloriesGreaterThanOrderByIdAsc(9_999)).isEmpty();
        assertThat(dishes.findFirst2ByVeganTrueOrderByCaloriesDesc()).containsExactly(unnamed, soup);
        assertThat(dishes.findFirst3DishesOrderByCalories()).containsExactly(salad, soup, unnamed);
        assertThat(dishes.findFirst1000()).hasSize(5);
    }

    @Test
    void finds() {
        assertThat(dishes.findAll()).containsExactly(soup, salad, roast, half, unnamed);
        assertThat(dishes.findDishes()).hasSize(5);
        assertThat(dishes.findTastyOnesByVeganTrue()).containsExactly(soup, salad, unnamed);
        assertThat(dishes.findBytesByVeganTrue()).containsExactly(soup, salad, unnamed);
        assertThat(dishes.findByvegan(false)).containsExactly(roast, half);
    }

    @Test
    void countsAndAsksWhetherThereIsAny() {
        assertThat(dishes.count()).isEqualTo(5);
        assertThat(dishes.countAll()).isEqualTo(5);
        assertThat(dishes.countByVeganTrue()).isEqualTo(3);
        assertThat(dishes.countByCourseIn(Course.MAIN, Course.DESSERT)).isEqualTo(3);
        assertThat(dishes.exists()).isTrue();
        assertThat(dishes.existsByName("Soup")).isTrue();
        assertThat(dishes.existsByName("Soap")).isFalse();
        assertThat(dishes.existsByCaloriesBetween(121, 299)).isFalse();
    }

    @Test
    void deletes() {
        dishes.deleteById(1);
        dishes.deleteById(99);
        assertThat(dishes.deleteByCourse(Course.DESSERT)).isEqualTo(1);
        assertThat(dishes.deleteByCaloriesGreaterThanAndVeganFalse(700)).isEqualTo(1);
        assertThat(dishes.findAll()).containsExactly(salad, half);
        assertThat(dishes.deleteAll()).isEqualTo(2);
        assertThat(dishes.exists()).isFalse();
    }

    @Test
    void handsOutEveryFormOfResult() {
        assertThat(dishes.findByNameAndCourse("Soup", Course.STARTER)).isEqualTo(soup);
        assertThatThrownBy(() -> dishes.findByNameAndCourse("Soup", Course.MAIN))
                .isInstanceOf(EmptyResultException.class)
                .hasMessageContaining("'Soup'");
        assertThat(dishes.findByNameEndsWithAndCourse("p", Course.MAIN)).isEmpty();
        assertThatThrownBy(() -> dishes.findByNameEndsWithAndCourse("", Course.STARTER))
                .isInstanceOf(NonUniqueResultException.class);
        assertThat(dishes.findById(3)).contains(roast);
        assertThat(dishes.findByCaloriesLessThanOrderById(301)).containsExactly(soup, salad, unnamed);
        try (Stream<Dish> found = dishes.findByCaloriesGreaterThanOrderByCaloriesDesc(200)) {
            assertThat(found).containsExactly(roast, half, unnamed);
        }
        assertThat(dishes.findByPriceNotNullOrderByPrice())
                .extracting(Dishes.Offer::name)
                .containsExactly("Soup", null, "salad", "Roast");
    }

    @Test
    void pages() {
        Page<Dish> page = dishes.findByVeganFalseOrderByCalories(PageRequest.ofSize(1));
        assertThat(page.content()).containsExactly(half);
        assertThat(page.totalElements()).isEqualTo(2);
        assertThat(dishes.findByVeganFalseOrderByCalories(page.nextPageRequest())
                        .content())
                .containsExactly(roast);

        Order<Dish> order = Order.by(Sort.asc("name"));
        List<Dish> seen = new ArrayList<>();
        CursoredPage<Dish> next = dishes.findByVeganFalse(PageRequest.ofSize(1), order);
        seen.addAll(next.content());
        while (next.hasNext()) {
            next = dishes.findByVeganFalse(next.nextPageRequest(), order);
            seen.addAll(next.content());
        }
        assertThat(seen).containsExactly(half, roast);
    }

    @Test
    void refusesWhatQueriesRefuse() {
        assertThatThrownBy(() -> dishes.findByNameIn(Collections.singleton("\0")))
                .isInstanceOf(DataException.class);
        assertThatThrownBy(() -> dishes.findByNameLike("%".repeat(1_001)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1000");
    }
}
