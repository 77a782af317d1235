package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.DataConnectionException;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.exceptions.NonUniqueResultException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;
import org.stowage.entity.Scale;
import org.stowage.entity.Unique;
import org.stowage.entity.Version;

/** What is thrown when a call cannot do what it should: the kind, and that store, entity, key and remedy are named. */
class FailureTest {

    record Seat(
            @Unique String label,
            long id,
            @Scale(2) BigDecimal price,
            @Version int version) {}

    static class Chair {
        long id;
    }

    static class Throne extends Chair {
        String gems = "";
    }

    interface Chairs extends CrudRepository<Chair, Long> {}

    interface Seats extends CrudRepository<Seat, Long> {

        @Find
        Seat only(BigDecimal price);

        @Query("select label where price = :price")
        String label(BigDecimal price);

        @Query("where price / (id - 1) > 0")
        List<Seat> divided();

        @Find
        @OrderBy("price")
        CursoredPage<Seat> cursored(PageRequest page, Sort<?>... sorts);

        @Find
        Page<Seat> page(PageRequest page, Order<Seat> order);

        @Find
        Seat[] some(Limit limit);

        @Find
        Seat first(Limit limit, Sort<Seat> sort);
    }

    private final Stowage stowage = Stowage.open("memory");
    private final Seats seats = stowage.repository(Seats.class);
    private final Seat front = seat(1, "front", "9");
    private final Seat back = seat(2, "back", "5");

    private static Seat seat(long id, String label, String price) {
        return new Seat(label, id, new BigDecimal(price), 0);
    }

    @BeforeEach
    void fill() {
        seats.insertAll(List.of(front, back));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> failing(ThrowingCallable call, String... words) {
        return assertThatThrownBy(call).hasMessageContainingAll(words);
    }

    @Test
    void namesStoreEntityKeyAndRemedyOfWhatIsThereAlready() {
        failing(() -> seats.insert(seat(1, "new", "1")), "'memory'", "'Seat'", "'1'", "; update or save it")
                .isInstanceOf(EntityExistsException.class);
        failing(
                        () -> seats.insertAll(List.of(seat(3, "new", "1"), seat(2, "other", "1"))),
                        "'memory'",
                        "'Seat'",
                        "'2'",
                        "; ")
                .isInstanceOf(EntityExistsException.class);
        failing(() -> seats.insert(seat(3, "front", "1")), "'memory'", "'Seat'", "'3'", "label", "; choose another")
                .isInstanceOf(EntityExistsException.class);
        assertThat(seats.findById(3L)).isEmpty();
    }

    @Test
    void namesTheOneOfABatchThatIsMissingOrStale() {
        Seat changed = seats.update(new Seat("aisle", 1, BigDecimal.TEN, 0));
        assertThat(changed.version()).isEqualTo(1);
        failing(
                        () -> seats.updateAll(List.of(back, front)),
                        "'memory'",
                        "'Seat'",
                        "'1'",
                        "version '1'",
                        "; read it again")
                .isInstanceOf(OptimisticLockingFailureException.class);
        failing(() -> seats.deleteAll(List.of(back, seat(7, "none", "1"))), "'memory'", "'Seat'", "'7'", "; ")
                .isInstanceOf(OptimisticLockingFailureException.class);
        failing(() -> seats.update(seat(7, "none", "1")), "'memory'", "'Seat'", "'7'", "does not exist", "; ")
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(seats.findById(2L)).contains(seat(2, "back", "5.00"));
    }

    @Test
    void saysWhatWasAskedWhenThereIsNoneOrAreSeveral() {
        failing(() -> seats.only(BigDecimal.TWO), "'Seat'", "'memory'", "'2'", "; return an Optional")
                .isInstanceOf(EmptyResultException.class);
        failing(() -> seats.label(BigDecimal.TWO), "'Seat'", "'memory'", "'2'", "; return an Optional")
                .isInstanceOf(EmptyResultException.class);
        seats.insert(seat(3, "middle", "5.0"));
        failing(() -> seats.only(new BigDecimal("5")), "'Seat'", "'memory'", "'5'", "; ask more precisely")
                .isInstanceOf(NonUniqueResultException.class);
        assertThat(seats.first(Limit.of(1), Sort.desc("label")).label()).isEqualTo("middle");
    }

    @Test
    void handsBackWhatIsStored() {
        Seat stored = seats.insert(seat(3, "middle", "5"));
        assertThat(stored).isEqualTo(seat(3, "middle", "5.00"));
        assertThat(seats.findById(3L)).contains(stored);
        assertThat(seats.update(new Seat("middle", 3, new BigDecimal("7.5"), 0)))
                .isEqualTo(new Seat("middle", 3, new BigDecimal("7.50"), 1));
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"}) // That is the point.
    void refusesNull() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> seats.insert(null),
                () -> seats.update(null),
                () -> seats.save(null),
                () -> seats.delete(null),
                () -> seats.insertAll(null),
                () -> seats.saveAll(Arrays.asList(front, null)),
                () -> seats.deleteAll(Arrays.asList(front, null)),
                () -> seats.findById(null),
                () -> seats.deleteById(null),
                () -> seats.findAll(null, Order.by()),
                () -> seats.findAll(PageRequest.ofSize(1), null),
                () -> seats.cursored(PageRequest.ofSize(1), (Sort<?>[]) null),
                () -> seats.cursored(PageRequest.ofSize(1), Sort.asc("id"), null),
                () -> seats.some(null))) {
            assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessageContaining(" null");
        }
        assertThat(seats.findById(1L)).isPresent();
    }

    @Test
    void takesEmptyLists() {
        assertThat(seats.insertAll(List.of())).isEmpty();
        assertThat(seats.updateAll(List.of())).isEmpty();
        assertThat(seats.saveAll(List.of())).isEmpty();
        seats.deleteAll(List.of());
    }

    @Test
    void refusesAClassOfWhichAttributesWouldBeLost() {
        Chairs chairs = stowage.repository(Chairs.class);
        failing(() -> chairs.save(new Throne()), "Throne", "'Chair'", "'memory'", "; give one of these")
                .isInstanceOf(MappingException.class);
    }

    @Test
    void saysThatACalculationOverflowsAndChangesNothing() {
        failing(seats::divided, "'Seat'", "'memory'", "zero").isInstanceOf(DataException.class);
    }

    @Test
    void refusesACursorOfAnotherShape() {
        Sort<?> byLabel = Sort.asc("label");
        CursoredPage<Seat> page = seats.cursored(PageRequest.ofSize(1), byLabel);
        assertThat(page.content()).extracting(Seat::label).containsExactly("back");
        assertThat(page.cursor(0).elements()).isEqualTo(List.of(new BigDecimal("5.00"), "back", 2L));
        PageRequest.Cursor two = PageRequest.Cursor.forKey(new BigDecimal("5"), "back", 2);
        assertThat(seats.cursored(PageRequest.ofSize(1).afterCursor(two), byLabel))
                .extracting(Seat::label)
                .containsExactly("front");
        failing(
                        () -> seats.cursored(
                                PageRequest.ofSize(1).afterCursor(PageRequest.Cursor.forKey("back")), byLabel),
                        "the cursor has 1 values, and the order has 3 ([price, label, id])",
                        "; use the cursor of a page that was found in this order")
                .isInstanceOf(IllegalArgumentException.class);
        failing(
                        () -> seats.cursored(
                                PageRequest.ofSize(1).beforeCursor(PageRequest.Cursor.forKey("back", 5L, 1L)), byLabel),
                        "the cursor has 'back' for attribute 'price', which is a BigDecimal")
                .isInstanceOf(IllegalArgumentException.class);
        failing(
                        () -> seats.page(PageRequest.ofSize(1).afterCursor(two), Order.by()),
                        "the page request is for a cursor, and the result is no CursoredPage")
                .isInstanceOf(IllegalArgumentException.class);
        CursoredPage<Seat> behind = seats.cursored(
                PageRequest.ofPage(9).size(1).afterCursor(PageRequest.Cursor.forKey(new BigDecimal("99"), "x", 1L)),
                byLabel);
        assertThat(behind.hasNext()).isFalse();
        assertThatThrownBy(behind::nextPageRequest).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void saysThatTheStoreIsClosed() {
        stowage.close();
        failing(() -> seats.findById(1L), "'memory'", "closed", "; open it again")
                .isInstanceOf(DataConnectionException.class);
    }
}
