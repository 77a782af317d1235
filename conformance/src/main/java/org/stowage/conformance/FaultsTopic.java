package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.SimulatedMedium.Failure;
import org.stowage.conformance.crash.CrashReport;
import org.stowage.conformance.crash.FaultTrial;

/** Every single operation on the medium fails once. */
@Tag("crash")
abstract class FaultsTopic extends Topic {

    private static final int TRANSACTIONS = TrialSize.FAULT_TRANSACTIONS.size();

    FaultsTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Proves({Rule.MEDIUM_FAILS, Rule.COMMIT_TELLS_THE_TRUTH})
    void holdsWhatWasAcknowledgedWhicheverOperationFails() {
        // Without a medium of its own there is none that could be made to fail.
        if (harness().medium().isEmpty()) {
            return;
        }
        for (Failure failure : new Failure[] {Failure.ERROR, Failure.FULL, Failure.SHORT_WRITE}) {
            CrashReport report = FaultTrial.run(() -> harness().medium().orElseThrow(), failure, TRANSACTIONS);

            KitOutput.say(harness().provider().info().name() + ", " + failure + " at every operation: " + report);
            assertThat(report.lost()).as("lost commits after %s", failure).isZero();
            assertThat(report.partial())
                    .as("partial transactions, or some that were said to have failed, after %s", failure)
                    .isZero();
            assertThat(report.acknowledged()).isPositive();
        }
    }
}
