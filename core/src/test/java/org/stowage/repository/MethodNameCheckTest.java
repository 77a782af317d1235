package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.data.Limit;
import jakarta.data.Sort;
import jakarta.data.exceptions.MappingException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.OrderBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;
import org.stowage.entity.Scale;

class MethodNameCheckTest {

    record Dish(
            long id,
            @Nullable String name,
            Course course,
            @Scale(2) @Nullable BigDecimal price,
            int calories,
            boolean vegan,
            char shelf,
            @Nullable LocalDate invented,
            @Nullable Origin origin,
            List<String> allergens) {

        enum Course {
            STARTER,
            MAIN,
            DESSERT
        }

        record Origin(String country, @Nullable Town town) {}

        record Town(String name, @Nullable String zipCode) {}
    }

    private final Stowage stowage = Stowage.open("memory");

    @AfterEach
    void close() {
        stowage.close();
    }

    interface WrongAttributes extends DataRepository<Dish, Long> {

        List<Dish> findByNmae(String name);

        List<Dish> findByNameAndCaloreisGreaterThan(String name, int calories);

        List<Dish> findByIdentity(long id);

        List<Dish> findByOriginContry(String country);

        List<Dish> findByOrigin_townZipCode(String zip);

        List<Dish> findByVeganTrueOrderByNmaeDesc();

        List<Dish> findByHat(String hat);

        List<Dish> findBy();

        List<Dish> findByNameOr(String name);

        List<Dish> findByAndName(String name);

        List<Dish> findByOrderByName();

        List<Dish> findByNameOrderBy(String name);
    }

    @Test
    void tellsWhichAttributeIsWrongAndWhere() {
        assertProblems(
                WrongAttributes.class,
                "findBy(): its name ends with 'By' where an attribute is expected to follow; name one, or leave 'By' out",
                "findByAndName(String): 'And' stands at position 7 where an attribute is expected; name one",
                "findByHat(String): unknown attribute 'Hat' of entity 'Dish' at position 7; there are 'Allergens', 'Calories', 'Course', 'Id', 'Invented', 'Name', 'Origin', 'OriginCountry', 'OriginTown', 'OriginTownName', 'OriginTownZipCode', 'Price', 'Shelf', 'Vegan'",
                "findByIdentity(long): unknown attribute 'Identity' of entity 'Dish' at position 7; there are 'Allergens', 'Calories', 'Course', 'Id', 'Invented', 'Name', 'Origin', 'OriginCountry', 'OriginTown', 'OriginTownName', 'OriginTownZipCode', 'Price', 'Shelf', 'Vegan'",
                "findByNameAndCaloreisGreaterThan(String, int): unknown attribute 'Caloreis' of entity 'Dish' at position 14; did you mean 'Calories'?",
                "findByNameOr(String): its name ends with 'Or' where an attribute is expected to follow; name one, or leave 'Or' out",
                "findByNameOrderBy(String): its name ends with 'OrderBy' where an attribute is expected to follow; name one, or leave 'OrderBy' out",
                "findByNmae(String): unknown attribute 'Nmae' of entity 'Dish' at position 7; did you mean 'Name'?",
                "findByOrderByName(): 'OrderBy' stands at position 7 where an attribute is expected; leave out the 'By' before it",
                "findByOriginContry(String): unknown attribute 'OriginContry' of entity 'Dish' at position 7; did you mean 'OriginCountry'?",
                "findByOrigin_townZipCode(String): unknown attribute 'Origin_townZipCode' of entity 'Dish' at position 7; did you mean 'OriginTownZipCode'?",
                "findByVeganTrueOrderByNmaeDesc(): unknown attribute 'Nmae' of entity 'Dish' at position 23; did you mean 'Name'?");
    }

    interface WrongKeywords extends DataRepository<Dish, Long> {

        List<Dish> findByNameLik(String pattern);

        List<Dish> findByNameIs(String name);

        List<Dish> findByNameIsNull();

        List<Dish> findByNameContaining(String part);

        List<Dish> findByInventedBefore(LocalDate day);

        List<Dish> findByCaloriesGreater(int calories);

        List<Dish> findByCaloriesLessThanOrEqual(int calories);

        List<Dish> findByNameLikeIgnoreCase(String pattern);

        List<Dish> findByNameNotIgnoreCase(String name);

        List<Dish> findByNameLikeNot(String pattern);

        List<Dish> findByNameLikeIn(String pattern);

        List<Dish> findByNameLikeFoo(String pattern);

        List<Dish> findByNameDesc(String name);

        List<Dish> findByNameOrderByPriceDescending(String name);

        List<Dish> findOrderByPriceAndName();

        List<Dish> findOrderByPriceName();

        List<Dish> findFirst0ByName(String name);

        List<Dish> findFirst3000000000();

        List<Dish> findThe1stFirstByName(String name);

        List<Dish> findTop10ByName(String name);

        long countFirst3ByName(String name);

        long countByNameOrderByPrice(String name);
    }

    @Test
    void tellsWhichKeywordIsWrongAndWhere() {
        assertProblems(
                WrongKeywords.class,
                "countByNameOrderByPrice(String): 'OrderBy' at position 12 sorts, and the method counts; leave it out",
                "countFirst3ByName(String): 'First3' at position 6 limits what is found, and the method counts; leave it out",
                "findByCaloriesGreater(int): unknown keyword 'Greater' at position 15; did you mean 'GreaterThan'?",
                "findByCaloriesLessThanOrEqual(int): 'OrEqual' at position 23 begins another condition; write 'LessThanEqual'",
                "findByInventedBefore(LocalDate): unknown keyword 'Before' at position 15; did you mean 'LessThan'?",
                "findByNameContaining(String): unknown keyword 'Containing' at position 11; did you mean 'Contains'?",
                "findByNameDesc(String): 'Desc' at position 11 is for an order; write 'OrderBy' before what is sorted",
                "findByNameIs(String): unknown keyword 'Is' at position 11; leave it out",
                "findByNameIsNull(): unknown keyword 'Is' at position 11; leave it out",
                "findByNameLik(String): unknown keyword 'Lik' at position 11; did you mean 'Like'?",
                "findByNameLikeFoo(String): 'Foo' at position 15 cannot follow 'Like'; 'And', 'Or' and 'OrderBy' can",
                "findByNameLikeIgnoreCase(String): 'IgnoreCase' at position 15 stands behind 'Like'; write 'NameIgnoreCaseLike'",
                "findByNameLikeIn(String): 'In' at position 15 cannot follow 'Like'; 'And', 'Or' and 'OrderBy' can",
                "findByNameLikeNot(String): 'Not' at position 15 stands behind 'Like'; write 'NameNotLike'",
                "findByNameNotIgnoreCase(String): 'IgnoreCase' at position 14 stands behind 'Not'; write 'NameIgnoreCaseNot'",
                "findByNameOrderByPriceDescending(String): unknown keyword 'Descending' at position 23; did you mean 'Desc'?",
                "findFirst0ByName(String): 'First0' at position 5 is no limit; write a number from 1 to 2147483647 behind 'First'",
                "findFirst3000000000(): 'First3000000000' at position 5 is no limit; write a number from 1 to 2147483647 behind 'First'",
                "findOrderByPriceAndName(): 'And' at position 17 stands in an order; leave it out",
                "findOrderByPriceName(): 'Price' at position 12 has no direction; write 'PriceAsc' or 'PriceDesc', as only the last one can go without",
                "findThe1stFirstByName(String): 'First' at position 11 is a limit only directly behind 'find'; move it there",
                "findTop10ByName(String): 'Top10' at position 5 limits nothing; write 'First10'");
    }

    interface WrongTypes extends DataRepository<Dish, Long> {

        List<Dish> findByPriceLike(String pattern);

        List<Dish> findByNameTrue();

        List<Dish> findByCaloriesIgnoreCase(int calories);

        List<Dish> findOrderByCaloriesIgnoreCaseDesc();

        List<Dish> findByOrigin(Dish.Origin origin);

        List<Dish> findByAllergensIn(Set<List<String>> allergens);

        List<Dish> findOrderByOrigin();

        List<Dish> findByName(int name);

        List<Dish> findByNameLike(char pattern);

        List<Dish> findByShelfStartsWith(char start);

        List<Dish> findByIdIn(long id);

        List<Dish> findByIdIn(Set<Integer> ids);

        List<Dish> findByNameIn(String[] names, int other);

        List<Dish> findByPriceBetween(BigDecimal low, double high);
    }

    @Test
    void tellsWhatDoesNotFitTheTypeOfAnAttribute() {
        assertProblems(
                WrongTypes.class,
                "findByAllergensIn(Set): attribute 'allergens' at position 7 is list(text), which is not compared; ask for an attribute within it",
                "findByCaloriesIgnoreCase(int): 'IgnoreCase' at position 15 is for texts, and attribute 'calories' is int64; leave it out",
                "findByIdIn(Set): parameter 'ids' is Set<Integer>, and 'IdIn' at position 7 of the name takes Set<Long>; make them alike",
                "findByIdIn(long): parameter 'id' is long, and 'IdIn' at position 7 of the name takes Set<Long>; make them alike",
                "findByName(int): parameter 'name' is int, and 'Name' at position 7 of the name takes String; make them alike",
                "findByNameIn(String[], int): its name asks for 1 parameter (1 for 'NameIn'), and it takes 2; give one for each",
                "findByNameLike(char): parameter 'pattern' is char, and 'NameLike' at position 7 of the name takes String; make them alike",
                "findByNameTrue(): 'True' at position 11 is for truth values, and attribute 'name' is text; ask in another way",
                "findByOrigin(Origin): attribute 'origin' at position 7 is struct(country? text, town? struct(name? text, zipCode? text)), which is not compared; ask for an attribute within it",
                "findByPriceBetween(BigDecimal, double): parameter 'high' is double, and 'PriceBetween' at position 7 of the name takes BigDecimal; make them alike",
                "findByPriceLike(String): 'Like' at position 12 is for texts, and attribute 'price' is decimal(2); ask in another way",
                "findByShelfStartsWith(char): parameter 'start' is char, and 'ShelfStartsWith' at position 7 of the name takes String; make them alike",
                "findOrderByCaloriesIgnoreCaseDesc(): 'IgnoreCase' at position 20 is for texts, and attribute 'calories' is int64; leave it out",
                "findOrderByOrigin(): attribute 'origin' at position 12 is struct(country? text, town? struct(name? text, zipCode? text)), which has no order; sort by another one");
    }

    interface WrongSignatures extends DataRepository<Dish, Long> {

        List<Dish> findByName();

        List<Dish> findByNameLikeAndCaloriesBetween(String pattern, int low);

        List<Dish> findByNameNull(String name);

        List<Dish> findAll(String name);

        void findByCalories(int calories);

        String findByVeganTrue();

        Page<Dish> findByVeganFalse();

        String countByVeganTrue();

        void countByName(String name);

        boolean countByCalories(int calories);

        long existsByName(String name);

        boolean deleteByName(String name);

        List<Dish> deleteByCalories(int calories);

        long countByName(String name, Limit limit);

        void deleteByName(String name, Sort<Dish> sort);

        List<Dish> findFirst3ByName(String name, Limit limit);

        Page<Dish> findFirst3ByVeganTrue(PageRequest page);

        List<Dish> findByName(String name, Limit limit, PageRequest page);

        @OrderBy("name")
        List<Dish> findByVeganOrderByPrice(boolean vegan);

        @OrderBy("name")
        long countByVegan(boolean vegan);

        @OrderBy("nmae")
        List<Dish> findByCourse(Dish.Course course);
    }

    @Test
    void tellsWhatDoesNotFitTheName() {
        assertProblems(
                WrongSignatures.class,
                "countByCalories(int): it counts, and returns boolean; return long",
                "countByName(String): it counts, and returns void; return long",
                "countByName(String, Limit): it counts, and takes a Limit, an order or a PageRequest; leave that out",
                "countByVegan(boolean): @OrderBy is for queries that find; leave it out",
                "countByVeganTrue(): it counts, and returns String; return long",
                "deleteByCalories(int): it deletes, and returns List; return void, or how many as int or long",
                "deleteByName(String): it deletes, and returns boolean; return void, or how many as int or long",
                "deleteByName(String, Sort): it deletes, and takes a Limit, an order or a PageRequest; leave that out",
                "existsByName(String): it asks whether there is any, and returns long; return boolean",
                "findAll(String): its name asks for no parameter, and it takes 1; write conditions behind 'By', as in 'findById'",
                "findByCalories(int): it finds and returns nothing; return what it finds",
                "findByCourse(Course): unknown attribute 'nmae' of entity 'Dish'; did you mean 'name'?",
                "findByName(): its name asks for 1 parameter (1 for 'Name'), and it takes none; give one for each",
                "findByName(String, Limit, PageRequest): it takes a Limit and a PageRequest; take one of them",
                "findByNameLikeAndCaloriesBetween(String, int): its name asks for 3 parameters (1 for 'NameLike', 2 for 'CaloriesBetween'), and it takes 2; give one for each",
                "findByNameNull(String): its name asks for no parameter, and it takes 1; leave that out",
                "findByVeganFalse(): it returns a page and takes no PageRequest; add the parameter",
                "findByVeganOrderByPrice(boolean): it has an order in its name and in @OrderBy; keep one",
                "findByVeganTrue(): it returns String, and entity 'Dish' is a Dish; return that, or a record of some of its attributes",
                "findFirst3ByName(String, Limit): its name has a 'First', and it takes a Limit or a PageRequest; keep one of them",
                "findFirst3ByVeganTrue(PageRequest): its name has a 'First', and it takes a Limit or a PageRequest; keep one of them");
    }

    interface NoQueries extends DataRepository<Dish, Long> {

        List<Dish> getByName(String name);

        List<Dish> findings();

        void deleted();

        List<Dish> findVeganTrue();

        long countName();

        void deleteExpensiveOnes();

        void delete(Dish dish);
    }

    @Test
    void refusesNamesThatOnlyLookLikeQueries() {
        String nothing =
                "nothing says what it does; annotate it with @Find, @Query, @Insert, @Update, @Save or @Delete, or let its name start with one of [find, count, exists, delete]";
        assertProblems(
                NoQueries.class,
                "countName(): 'Name' at position 6 is no condition without 'By'; write 'countByName'",
                "delete(Dish): it takes Dish, which is an entity, and nothing says what it does with it; annotate it with @Insert, @Update, @Save or @Delete",
                "deleteExpensiveOnes(): it would delete all, as 'ExpensiveOnes' at position 7 means nothing; write 'deleteAll', or say which behind 'By'",
                "deleted(): " + nothing,
                "findVeganTrue(): 'VeganTrue' at position 5 is no condition without 'By'; write 'findByVeganTrue'",
                "findings(): " + nothing,
                "getByName(String): " + nothing);
    }

    private void assertProblems(Class<?> repository, String... expected) {
        MappingException refused = catchThrowableOfType(MappingException.class, () -> stowage.repository(repository));
        String prefix = "  " + repository.getSimpleName() + ".";
        assertThat(refused.getMessage().lines().skip(1).collect(Collectors.toList()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(expected).map(line -> prefix + line).toList());
    }
}
