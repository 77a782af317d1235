package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;

/** What null means in conditions, in calculations and in the order. */
@WithAndWithoutPushDown
class NullTest {

    record Score(int id, @Nullable Integer points, @Nullable String name) {}

    interface Scores extends CrudRepository<Score, Integer> {

        @Find
        List<Score> with(@By("points") @Nullable Integer points);

        @Query("select id where points = :points")
        List<Integer> equal(@Nullable Integer points);

        @Query("select id where points <> :points")
        List<Integer> unequal(@Nullable Integer points);

        @Query("select id where not points = :points")
        List<Integer> notEqual(@Nullable Integer points);

        @Query("select id where not points < :points")
        List<Integer> notLess(@Nullable Integer points);

        @Query("select id where points between :low and :high")
        List<Integer> between(@Nullable Integer low, @Nullable Integer high);

        @Query("select id where points not between :low and :high")
        List<Integer> notBetween(@Nullable Integer low, @Nullable Integer high);

        @Query("select id where points in :points")
        List<Integer> in(List<Integer> points);

        @Query("select id where points not in :points")
        List<Integer> notIn(List<Integer> points);

        @Query("select id where points is null")
        List<Integer> without();

        @Query("select id where points is not null and name is not null")
        List<Integer> whole();

        @Query("select id where points = 5 or name = :name")
        List<Integer> fiveOr(@Nullable String name);

        @Query("select id where not (points = 5 and name = :name)")
        List<Integer> notFiveAnd(@Nullable String name);

        @Query("select id where points + 1 > 0")
        List<Integer> calculated();

        @Query("select id where not lower(name) = 'x'")
        List<Integer> notLower();

        @Query("select id where name not like :pattern")
        List<Integer> unlike(@Nullable String pattern);

        @Query("select points where id = ?1")
        Optional<Integer> points(int id);

        @Query("select points order by id")
        List<Integer> allPoints();

        @Query("update Score set points = null where id = ?1")
        long clear(int id);

        @Query("update Score set points = points + 1")
        long countUp();

        @Find
        List<Score> sorted(Order<Score> order);
    }

    private final Stowage stowage;
    private final Scores scores;

    NullTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        scores = stowage.repository(Scores.class);
    }

    @BeforeEach
    void insertAll() {
        scores.insertAll(List.of(
                new Score(1, 5, "a"), new Score(2, null, "b"), new Score(3, 7, null), new Score(4, null, null)));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void isEqualToNothingNotEvenToItself() {
        assertThat(scores.equal(5)).containsExactly(1);
        assertThat(scores.equal(null)).isEmpty();
        assertThat(scores.with(null)).isEmpty();
        assertThat(scores.unequal(5)).containsExactly(3);
        assertThat(scores.unequal(null)).isEmpty();
    }

    @Test
    void staysUnknownUnderNot() {
        assertThat(scores.notEqual(5)).containsExactly(3);
        assertThat(scores.notEqual(null)).isEmpty();
        assertThat(scores.notLess(6)).containsExactly(3);
        assertThat(scores.notLess(null)).isEmpty();
        assertThat(scores.notLower()).containsExactly(1, 2);
        assertThat(scores.unlike("a%")).containsExactly(2);
        assertThat(scores.unlike(null)).isEmpty();
    }

    @Test
    void leavesToTheOtherSideWhatThatDecides() {
        assertThat(scores.fiveOr("b")).containsExactly(1, 2);
        assertThat(scores.fiveOr(null)).containsExactly(1);
        // False and unknown is false, so that "not" of it is true.
        assertThat(scores.notFiveAnd(null)).containsExactly(3);
        assertThat(scores.notFiveAnd("b")).containsExactly(1, 3);
    }

    @Test
    void makesABoundOfBetweenUnknown() {
        assertThat(scores.between(5, 7)).containsExactly(1, 3);
        assertThat(scores.between(null, 7)).isEmpty();
        assertThat(scores.between(5, null)).isEmpty();
        assertThat(scores.notBetween(5, 6)).containsExactly(3);
        assertThat(scores.notBetween(null, 6)).containsExactly(3);
        assertThat(scores.notBetween(6, null)).containsExactly(1);
        assertThat(scores.notBetween(null, null)).isEmpty();
    }

    @Test
    void makesMembershipUnknownUnlessAnotherValueFits() {
        assertThat(scores.in(Arrays.asList(5, null))).containsExactly(1);
        assertThat(scores.notIn(Arrays.asList(5, null))).isEmpty();
        assertThat(scores.notIn(List.of(5))).containsExactly(3);
        assertThat(scores.in(List.of())).isEmpty();
        assertThat(scores.notIn(List.of())).containsExactly(1, 2, 3, 4);
    }

    @Test
    void isAskedForByItsName() {
        assertThat(scores.without()).containsExactly(2, 4);
        assertThat(scores.whole()).containsExactly(1);
    }

    @Test
    void makesACalculationNull() {
        assertThat(scores.calculated()).containsExactly(1, 3);
        assertThat(scores.countUp()).isEqualTo(4);
        assertThat(scores.allPoints()).containsExactly(6, null, 8, null);
    }

    @Test
    void isSetAndHandedOut() {
        assertThat(scores.clear(1)).isEqualTo(1);
        assertThat(scores.findById(1)).contains(new Score(1, null, "a"));
        assertThat(scores.points(1)).isEmpty();
        assertThat(scores.points(3)).contains(7);
    }

    @Test
    void isTheSmallestValueInEveryOrder() {
        assertThat(scores.sorted(Order.by(Sort.asc("points"))))
                .extracting(Score::id)
                .containsExactly(2, 4, 1, 3);
        assertThat(scores.sorted(Order.by(Sort.desc("points"))))
                .extracting(Score::id)
                .containsExactly(3, 1, 2, 4);
        assertThat(scores.sorted(Order.by(Sort.descIgnoreCase("name"), Sort.desc("points"))))
                .extracting(Score::id)
                .containsExactly(2, 1, 3, 4);
    }

    interface Literal extends CrudRepository<Score, Integer> {

        @Query("where points = null")
        List<Score> nothing();
    }

    @Test
    void isRefusedAsALiteralThatIsCompared() {
        assertThatThrownBy(() -> stowage.repository(Literal.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("is null");
    }

    interface Asking extends CrudRepository<Score, Integer> {

        @Query("where points in :points")
        List<Score> in(@Nullable Set<Integer> points);
    }

    @Test
    void isNoSetOfValues() {
        assertThat(stowage.repository(Asking.class).in(null)).isEmpty();
    }
}
