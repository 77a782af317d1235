package org.stowage.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.layers.Dishes.DISH;
import static org.stowage.layers.Dishes.PATIENCE;
import static org.stowage.layers.Dishes.dearerThan;
import static org.stowage.layers.Dishes.delete;
import static org.stowage.layers.Dishes.dish;
import static org.stowage.layers.Dishes.rows;
import static org.stowage.layers.Dishes.save;
import static org.stowage.layers.Dishes.write;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.layers.faults.Effect;
import org.stowage.layers.faults.Fault;
import org.stowage.layers.faults.FaultPlan;
import org.stowage.layers.faults.Operation;
import org.stowage.layers.verify.Share;
import org.stowage.spi.Access;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreFullException;
import org.stowage.spi.error.StoreUnavailableException;
import org.stowage.spi.schema.SchemaChange;

class FaultPlanTest {

    private final Engine beneath = Dishes.store();

    @AfterEach
    void close() {
        beneath.close();
    }

    @Test
    void failsAtTheChosenOperationAlone() {
        FaultPlan plan =
                FaultPlan.of(Fault.at(Operation.APPLY).of("Dish").nth(2).effect(Effect.FULL));
        Store store = plan.over(beneath, "shop");

        write(store, save(dish(4, "cake", 5)));
        assertThatThrownBy(() -> write(store, save(dish(5, "tart", 5))))
                .isInstanceOf(StoreFullException.class)
                .hasMessage("on purpose: apply of 'Dish' in store 'shop' found no room");
        write(store, save(dish(6, "roll", 5)));

        assertThat(rows(beneath, DISH)).hasSize(5);
        assertThat(plan.occurred()).isEqualTo(1);
    }

    @Test
    void leavesOtherEntitiesAlone() {
        Store store = FaultPlan.of(Fault.anywhere().of("Table")).over(beneath, "shop");

        write(store, delete(1));
        assertThat(rows(store, DISH)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"COMMIT"},
            mode = EnumSource.Mode.EXCLUDE)
    void failsAtEveryKindOfOperation(Operation operation) {
        Store store = FaultPlan.of(Fault.at(operation)).over(beneath, "shop");

        assertThatThrownBy(() -> doAll(store))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("on purpose: " + operation.name().toLowerCase(Locale.ROOT));
    }

    private static void doAll(Store store) {
        store.evolve(
                List.of(new SchemaChange.RenameEntity("Dish", "Meal"), new SchemaChange.RenameEntity("Meal", "Dish")));
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.get("Dish", DISH.keyOf(dish(1, "soup", 4)));
            ((RowCounter) transaction).count(dearerThan(4));
            try (Scan scan = transaction.scan(dearerThan(4))) {
                scan.next();
            }
            transaction.apply(delete(1));
        }
    }

    @Test
    void breaksAConnectionForTheRestOfItsTransaction() {
        Store store = FaultPlan.of(Fault.at(Operation.NEXT).nth(2).effect(Effect.LOSE_CONNECTION))
                .over(beneath, "shop");
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(delete(1));
            Scan scan = transaction.scan(dearerThan(0));
            assertThat(scan.next()).isNotNull();
            assertThatThrownBy(scan::next).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> transaction.apply(delete(2))).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(transaction::commit).isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(rows(beneath, DISH)).hasSize(3);
        write(store, delete(2));
    }

    @Test
    void letsACommitSurelyNotHappen() {
        for (Effect effect : List.of(Effect.CONFLICT, Effect.FAIL, Effect.LOSE_CONNECTION, Effect.FULL)) {
            Store store =
                    FaultPlan.of(Fault.at(Operation.COMMIT).effect(effect)).over(beneath, "shop");
            assertThatThrownBy(() -> write(store, delete(1)))
                    .isInstanceOf(StoreException.class)
                    .isNotInstanceOf(CommitUnknownException.class);
            assertThat(rows(beneath, DISH)).hasSize(3);
        }
        Store clashing =
                FaultPlan.of(Fault.at(Operation.COMMIT).effect(Effect.CONFLICT)).over(beneath, "shop");
        assertThatThrownBy(() -> write(clashing, delete(1))).isInstanceOf(ConflictException.class);
    }

    @Test
    void leavesItOpenWhetherACommitHappened() {
        Store there = FaultPlan.of(Fault.at(Operation.COMMIT).effect(Effect.COMMITTED_UNKNOWN))
                .over(beneath, "shop");
        Store notThere = FaultPlan.of(Fault.at(Operation.COMMIT).effect(Effect.NOT_COMMITTED_UNKNOWN))
                .over(beneath, "shop");

        assertThatThrownBy(() -> write(there, delete(1))).isInstanceOf(CommitUnknownException.class);
        assertThat(rows(beneath, DISH)).hasSize(2);
        assertThatThrownBy(() -> write(notThere, delete(2))).isInstanceOf(CommitUnknownException.class);
        assertThat(rows(beneath, DISH)).hasSize(2);
    }

    @Test
    void failsCommitsOfReadersNever() {
        Store store = FaultPlan.of(Fault.at(Operation.COMMIT)).over(beneath, "shop");
        try (Transaction reader = store.begin(Access.READ_ONLY, PATIENCE)) {
            assertThat(reader.commit().rows()).isZero();
        }
    }

    @Test
    void delaysWithoutFailing() {
        FaultPlan plan = FaultPlan.of(Fault.at(Operation.GET).delay(Duration.ofNanos(1)));
        try (Transaction reader = plan.over(beneath, "shop").begin(Access.READ_ONLY, PATIENCE)) {
            assertThat(reader.get("Dish", DISH.keyOf(dish(1, "soup", 4)))).isPresent();
        }
        assertThat(plan.occurred()).isEqualTo(1);
    }

    @Test
    void failsBySeedTheSameWayAgain() {
        Fault sometimes = Fault.at(Operation.APPLY).share(Share.parse("30%"));

        List<Boolean> once = failures(FaultPlan.random(7, sometimes));

        assertThat(once).contains(true, false).isEqualTo(failures(FaultPlan.random(7, sometimes)));
        assertThat(once).isNotEqualTo(failures(FaultPlan.random(8, sometimes)));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 0, -1, Long.MIN_VALUE})
    void saysByWhichSeedItFails(long seed) {
        Store store = FaultPlan.random(seed, Fault.at(Operation.APPLY)).over(beneath, "shop");

        assertThatThrownBy(() -> write(store, delete(1)))
                .hasMessageStartingWith("on purpose, by seed '" + seed + "': apply of 'Dish'");
    }

    private List<Boolean> failures(FaultPlan plan) {
        Store store = plan.over(beneath, "shop");
        return IntStream.range(0, 50)
                .mapToObj(number -> {
                    try {
                        write(store, save(dish(9, "cake", number)));
                        return false;
                    } catch (StoreUnavailableException e) {
                        return true;
                    }
                })
                .toList();
    }

    @Test
    void canBePaused() {
        FaultPlan plan = FaultPlan.of(Fault.anywhere());
        Store store = plan.over(beneath, "shop");
        plan.pause();
        assertThat(rows(store, DISH)).hasSize(3);
        plan.resume();
        assertThatThrownBy(() -> rows(store, DISH)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void refusesAnUnknownOutcomeOfAnythingButACommit() {
        assertThatThrownBy(() -> Fault.at(Operation.APPLY).effect(Effect.COMMITTED_UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'COMMITTED_UNKNOWN' can happen to a commit alone");
    }
}
