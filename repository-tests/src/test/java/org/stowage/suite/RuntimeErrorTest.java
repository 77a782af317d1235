package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Query;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.spi.error.ArithmeticOverflowException;

/** Queries that are right and fail on what is stored: with the same error everywhere, and without a trace. */
@WithAndWithoutPushDown
class RuntimeErrorTest {

    record Figure(int id, long whole, int divisor, BigDecimal exact, double real, String text) {}

    interface Figures extends CrudRepository<Figure, Integer> {

        @Query("where whole + 1 > 0")
        List<Figure> successors();

        @Query("where -whole > 0")
        List<Figure> negated();

        @Query("where whole / divisor > 0")
        List<Figure> quotients();

        @Query("where divisor <> 0 and whole / divisor > 1")
        List<Figure> guarded();

        @Query("where divisor = 0 or whole / divisor > 1")
        List<Figure> guardedByOr();

        @Query("where exact / (exact - exact) > 1")
        List<Figure> exactQuotients();

        @Query("where real * 1e300 * 1e300 > 1")
        List<Figure> infinite();

        @Query("where whole / divisor > 0")
        Stream<Figure> streamed();

        @Query("select count(this) where whole + 1 > 0")
        long counted();

        @Query("update Figure set whole = whole * 2")
        long doubled();

        @Query("update Figure set divisor = divisor + 2147483647")
        long widened();

        @Query("delete from Figure where whole / divisor = 1")
        long deleted();

        @Query("where left(text, divisor - 1) = 'x'")
        List<Figure> cut();
    }

    private final Stowage stowage;
    private final Figures figures;
    private final List<Figure> all = List.of(
            new Figure(1, 10, 5, new BigDecimal("1.5"), 1.5, "a"),
            new Figure(2, Long.MAX_VALUE, 0, new BigDecimal("2.5"), 1e300, "b"),
            new Figure(3, Long.MIN_VALUE, 1, new BigDecimal("3.5"), -1, "c"));

    RuntimeErrorTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        figures = stowage.repository(Figures.class);
    }

    @BeforeEach
    void insertAll() {
        figures.insertAll(all);
    }

    @AfterEach
    void close() {
        try (Stream<Figure> stored = figures.findAll()) {
            assertThat(stored).as("nothing was changed").isEqualTo(all);
        } finally {
            stowage.close();
        }
    }

    private static void overflows(Runnable query) {
        assertThatThrownBy(query::run)
                .isInstanceOf(DataException.class)
                .hasCauseInstanceOf(ArithmeticOverflowException.class)
                .hasMessageContaining("'Figure'");
    }

    @Test
    void endAQueryThatOverflows() {
        overflows(figures::successors);
        overflows(figures::negated);
        overflows(figures::infinite);
        overflows(figures::counted);
    }

    @Test
    void endAQueryThatDividesByZero() {
        overflows(figures::quotients);
        overflows(figures::exactQuotients);
        overflows(() -> {
            try (Stream<Figure> stream = figures.streamed()) {
                stream.forEach(figure -> {});
            }
        });
    }

    @Test
    void doNotHappenWhereAConditionPreventsThem() {
        assertThat(figures.guarded()).extracting(Figure::id).containsExactly(1);
        assertThat(figures.guardedByOr()).extracting(Figure::id).containsExactly(1, 2);
    }

    @Test
    void rollABulkChangeBack() {
        overflows(figures::doubled);
        overflows(figures::deleted);
        assertThatThrownBy(figures::widened)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is no Integer")
                .hasMessageContaining("'Figure'");
    }

    @Test
    void rollTheTransactionBack() {
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    figures.deleteById(1);
                    overflows(figures::successors);
                    figures.deleteById(2);
                }))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("rolled back");
    }

    @Test
    void endAQueryThatCutsATextAtLessThanNothing() {
        assertThatThrownBy(figures::cut).isInstanceOf(DataException.class).hasMessageContaining("'-1'");
    }

    interface Wrong extends CrudRepository<Figure, Integer> {

        @Query("where whole = 'ten'")
        List<Figure> text();

        @Query("where txet = 'ten'")
        List<Figure> misspelt();

        @Query("where whole = 99999999999999999999")
        List<Figure> large();

        @Query("where text > 1 +")
        List<Figure> unfinished();

        @Query("where text like :pattern")
        List<Figure> undeclared();

        @Query("select text where id = 1")
        List<Integer> typed();
    }

    @Test
    void areNotThoseOfWrongQueriesWhichAreFoundBefore() {
        assertThatThrownBy(() -> stowage.repository(Wrong.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("for 6 reasons")
                .hasMessageContaining("did you mean 'text'?");
    }
}
