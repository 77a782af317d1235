package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.conformance.crash.CrashReport;
import org.stowage.conformance.crash.CrashTrials;

/**
 * Kills a process that writes, and looks for what it had acknowledged. {@code -Dstowage.crash.rounds=100} sets how often,
 * {@code -Dstowage.seed=…} repeats a run.
 */
@ExtendWith(RuleReport.class)
public abstract class CrashConformance {

    private static final int ROUNDS = Integer.getInteger("stowage.crash.rounds", 5);

    private final Class<? extends ProviderHarness> harness;

    /** Creates the tests of a provider that says its stores are durable. */
    protected CrashConformance(Class<? extends ProviderHarness> harness) {
        this.harness = harness;
    }

    @Test
    @Proves({Rule.DURABLE, Rule.PREFIX})
    void losesNothingThatWasAcknowledgedWhenTheProcessIsKilled(@TempDir Path folder)
            throws IOException, ReflectiveOperationException, InterruptedException {
        long seed = Seeds.choose(getClass().getSimpleName());
        CrashReport report = CrashTrials.run(harness, folder, ROUNDS, seed);

        System.out.println(harness.getSimpleName() + ": " + report);
        assertThat(report.lost()).as("rounds with lost commits, seed %d", seed).isZero();
        assertThat(report.partial())
                .as("rounds with partial transactions, seed %d", seed)
                .isZero();
        assertThat(report.acknowledged()).isPositive();
    }
}
