package org.stowage.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.DataConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.stowage.Stowage;
import org.stowage.StowageBranch;
import org.stowage.layers.faults.Effect;
import org.stowage.layers.faults.FaultPlan;
import org.stowage.layers.faults.Operation;
import org.stowage.spi.error.CommitUnknownException;

/** The extension as it is used. */
@StowageTest(prepare = "open")
@TestMethodOrder(MethodOrderer.MethodName.class)
class StowageTestTest {

    private static final AtomicInteger PREPARED = new AtomicInteger();

    private Accounts accounts;
    private Stowage stowage;

    static void open(Accounts accounts) {
        PREPARED.incrementAndGet();
        accounts.insert(new Account(1, "Anna", 100));
        accounts.insert(new Account(2, "Bert", 50));
    }

    @RepeatedTest(3)
    void beginsEachTimeWithWhatWasPreparedOnce(Accounts taken) {
        assertThat(taken).isSameAs(accounts).isSameAs(stowage.repository(Accounts.class));
        assertThat(accounts.findAll()).extracting(Account::owner).containsExactly("Anna", "Bert");
        assertThat(PREPARED).hasValue(1);

        accounts.deleteById(1L);
        accounts.insert(new Account(3, "Carl", 0));
    }

    @Test
    void saysWhatATestHasChanged(StowageBranch branch) {
        accounts.deleteById(1L);
        assertThat(branch.differences().get("*").rows()).isEqualTo(1);
    }

    @Test
    @Faults(@FaultAt(value = Operation.COMMIT, nth = 1, effect = Effect.CONFLICT))
    void letsACommitClash(FaultPlan faults) {
        AtomicInteger runs = new AtomicInteger();
        stowage.inTransaction(() -> {
            runs.incrementAndGet();
            accounts.deleteById(1L);
        });
        assertThat(runs).hasValue(2);
        assertThat(faults.occurred()).isEqualTo(1);
    }

    @Test
    @Faults(@FaultAt(value = Operation.COMMIT, effect = Effect.COMMITTED_UNKNOWN))
    void leavesItOpenWhetherACommitHappened() {
        assertThatThrownBy(() -> accounts.deleteById(1L)).hasCauseInstanceOf(CommitUnknownException.class);
        assertThat(accounts.findAll()).hasSize(1);
    }

    @Test
    @Faults(
            value =
                    @FaultAt(
                            value = {Operation.SCAN, Operation.GET},
                            entity = "Account",
                            share = "50%"),
            seed = 7)
    void failsByChance(FaultPlan faults) {
        int failed = 0;
        for (int i = 0; i < 100; i++) {
            try {
                accounts.findById(1L);
            } catch (DataConnectionException e) {
                assertThat(e).hasMessageContaining("on purpose, by seed '7'");
                failed++;
            }
        }
        assertThat(failed).isBetween(20, 80).isEqualTo((int) faults.occurred());
    }

    @Nested
    class Within {

        private Accounts own;

        @Test
        void handsOutTheSameToClassesWithin() {
            assertThat(own).isSameAs(accounts);
            assertThat(own.findAll()).hasSize(2);
        }
    }
}
