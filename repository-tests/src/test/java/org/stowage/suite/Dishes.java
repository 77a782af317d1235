package org.stowage.suite;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.suite.Dish.Course;

/** Queries by the names of methods, with every keyword. */
interface Dishes extends DataRepository<Dish, Long> {

    record Offer(String name, BigDecimal price) {}

    @Insert
    void add(List<Dish> dishes);

    // What is asked of one attribute.

    List<Dish> findByName(@Nullable String name);

    List<Dish> findByNameNot(@Nullable String name);

    List<Dish> findByNameIgnoreCase(String name);

    List<Dish> findByNameIgnoreCaseNot(String name);

    List<Dish> findByNameLike(String pattern);

    List<Dish> findByNameNotLike(String pattern);

    List<Dish> findByNameIgnoreCaseLike(String pattern);

    List<Dish> findByNameStartsWith(String start);

    List<Dish> findByNameIgnoreCaseStartsWith(String start);

    List<Dish> findByNameNotStartsWith(String start);

    List<Dish> findByNameEndsWith(String end);

    List<Dish> findByNameIgnoreCaseNotEndsWith(String end);

    List<Dish> findByNameContains(String part);

    List<Dish> findByNameIgnoreCaseContains(String part);

    List<Dish> findByNameNotContains(String part);

    List<Dish> findByNameNull();

    List<Dish> findByNameNotNull();

    List<Dish> findByNameIn(Set<String> names);

    List<Dish> findByNameNotIn(Collection<String> names);

    List<Dish> findByNameIgnoreCaseIn(List<String> names);

    List<Dish> findByNameBetween(String low, String high);

    List<Dish> findByNameIgnoreCaseBetween(String low, String high);

    List<Dish> findByNameIgnoreCaseGreaterThan(String low);

    List<Dish> findByCaloriesLessThan(int calories);

    List<Dish> findByCaloriesLessThanEqual(int calories);

    List<Dish> findByCaloriesGreaterThan(Integer calories);

    List<Dish> findByCaloriesGreaterThanEqual(int calories);

    List<Dish> findByCaloriesNotGreaterThanEqual(int calories);

    List<Dish> findByCaloriesBetween(int low, int high);

    List<Dish> findByCaloriesNotBetween(int low, int high);

    List<Dish> findByCaloriesIn(int... calories);

    List<Dish> findByPriceLessThan(BigDecimal price);

    List<Dish> findByPriceNotLessThan(BigDecimal price);

    List<Dish> findByCourse(Course course);

    List<Dish> findByCourseGreaterThan(Course course);

    List<Dish> findByCourseIn(Set<Course> courses);

    List<Dish> findByInventedGreaterThanEqual(LocalDate day);

    List<Dish> findByShelf(char shelf);

    List<Dish> findByShelfIgnoreCaseLike(String pattern);

    List<Dish> findByShelfIgnoreCaseIn(char... shelves);

    List<Dish> findByVeganTrue();

    List<Dish> findByVeganFalse();

    List<Dish> findByVeganNot(boolean vegan);

    List<Dish> findBySpicyTrue();

    List<Dish> findBySpicyNotTrue();

    List<Dish> findByOriginNull();

    List<Dish> findByOriginTownNotNull();

    List<Dish> findByAllergensNotNull();

    // Attributes within others.

    List<Dish> findByOriginCountry(String country);

    List<Dish> findByOrigin_country(String country);

    List<Dish> findByOriginTownZipCode(String zip);

    List<Dish> findByOrigin_town_zipCode(String zip);

    List<Dish> findByOriginTownNameOrderByOriginTownZipCodeDesc(String name);

    // Several conditions.

    List<Dish> findByCourseAndVeganTrue(Course course);

    List<Dish> findByCourseOrCaloriesGreaterThan(Course course, int calories);

    List<Dish> findByVeganTrueOrCourseAndCaloriesLessThan(Course course, int calories);

    List<Dish> findByCourseAndCaloriesLessThanOrVeganTrueAndCaloriesGreaterThan(Course course, int less, int more);

    List<Dish> findByNameLikeAndCaloriesBetweenAndPriceLessThan(
            String pattern, int low, int high, BigDecimal price, Limit limit, Order<Dish> order);

    // Orders.

    List<Dish> findAllOrderByName();

    List<Dish> findOrderByNameDesc();

    List<Dish> findByVeganTrueOrderByCourseDescCaloriesAsc();

    List<Dish> findByVeganTrueOrderByCourseDescCalories();

    List<Dish> findOrderByNameIgnoreCase();

    List<Dish> findOrderByNameIgnoreCaseDescIdAsc();

    List<Dish> findByVeganTrueOrderByCourseAsc(Sort<Dish> then);

    @OrderBy(value = "calories", descending = true)
    List<Dish> findByVegan(boolean vegan);

    // Limits.

    Dish findFirstOrderByCaloriesDesc();

    Optional<Dish> findFirstByCaloriesGreaterThanOrderByIdAsc(int calories);

    List<Dish> findFirst2ByVeganTrueOrderByCaloriesDesc();

    List<Dish> findFirst3DishesOrderByCalories(Sort<?>... then);

    List<Dish> findFirst1000();

    // Without conditions, and text that means nothing.

    List<Dish> findAll();

    List<Dish> findDishes();

    List<Dish> findTastyOnesByVeganTrue();

    List<Dish> findBytesByVeganTrue();

    List<Dish> findByvegan(boolean vegan);

    long count();

    int countAll();

    boolean exists();

    // Results.

    Dish findByNameAndCourse(String name, Course course);

    Optional<Dish> findByNameEndsWithAndCourse(String end, Course course);

    Dish[] findByCaloriesLessThanOrderById(int calories);

    Stream<Dish> findByCaloriesGreaterThanOrderByCaloriesDesc(int calories);

    Page<Dish> findByVeganFalseOrderByCalories(PageRequest page);

    CursoredPage<Dish> findByVeganFalse(PageRequest page, Order<Dish> order);

    List<Offer> findByPriceNotNullOrderByPrice();

    long countByVeganTrue();

    Integer countByCourseIn(Course... courses);

    boolean existsByName(String name);

    Boolean existsByCaloriesBetween(int low, int high);

    Optional<Dish> findById(long id);

    void deleteById(long id);

    int deleteByCourse(Course course);

    long deleteByCaloriesGreaterThanAndVeganFalse(int calories);

    long deleteAll();
}
