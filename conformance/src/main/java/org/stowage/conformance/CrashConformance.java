package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.conformance.crash.CrashReport;
import org.stowage.conformance.crash.CrashTrials;
import org.stowage.conformance.crash.FailureReport;
import org.stowage.conformance.crash.PowerCutReport;
import org.stowage.conformance.crash.SharedHarness;

/**
 * Kills a process that writes, and cuts the power under it, and looks for what it had acknowledged. {@code -Dstowage.crash.rounds=100} and
 * {@code -Dstowage.power-cuts=1000} set how often, {@code -Dstowage.seed=…} repeats a run. Power is cut in a replay of the calls to the system
 * that the program {@code strace} has seen; where that is not installed, the test is skipped and says so.
 */
@Tag("crash")
@ExtendWith({RuleReport.class, LeavingOut.class})
@DisplayNameGeneration(RuleReport.class)
public abstract class CrashConformance implements KitTest {

    private static final int ROUNDS = TrialSize.KILLS.size();
    private static final int POWER_CUTS = TrialSize.POWER_CUTS.size();
    private static final int FAILING_TRANSACTIONS = TrialSize.FAILING_TRANSACTIONS.size();

    private final SharedHarness harness;

    /** Creates the tests of a provider that says its stores are durable; the class has a public constructor without parameters. */
    protected CrashConformance(Class<? extends ProviderHarness> harness) {
        this(shared(harness));
    }

    CrashConformance(SharedHarness harness) {
        this.harness = harness;
    }

    private static SharedHarness shared(Class<? extends ProviderHarness> harness) {
        try {
            return SharedHarness.of(harness);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    harness.getName() + " cannot be made; give it a public constructor without parameters", e);
        }
    }

    @Override
    public final ProviderHarness harness() {
        return harness.here();
    }

    @Test
    @Proves({Rule.DURABLE, Rule.PREFIX})
    void losesNothingThatWasAcknowledgedWhenTheProcessIsKilled(@TempDir Path folder)
            throws IOException, InterruptedException {
        long seed = Seeds.choose(harness(), provider() + ", crashes");
        CrashReport report = CrashTrials.run(harness, folder, ROUNDS, seed);
        KitOutput.say("figure: kills " + provider() + ": " + report);
        assertThat(report.lost()).as("rounds with lost commits, seed %d", seed).isZero();
        assertThat(report.partial())
                .as("rounds with partial transactions, seed %d", seed)
                .isZero();
        assertThat(report.acknowledged()).isPositive();
    }

    @Test
    @Proves({Rule.DURABLE, Rule.PREFIX})
    void losesNothingThatWasAcknowledgedWhenThePowerIsCut(@TempDir Path folder)
            throws IOException, InterruptedException {
        requireStrace("power-cuts");
        long seed = Seeds.choose(harness(), provider() + ", crashes");
        PowerCutReport report = CrashTrials.cutPower(harness, folder, POWER_CUTS, seed);

        KitOutput.say("figure: power-cuts " + provider() + ": calls to the system replayed, " + report);
        assertThat(report.wrong())
                .as("cuts after which something was wrong, seed %d: %s", seed, report)
                .isZero();
        assertThat(report.commits()).isPositive();
    }

    @Test
    @Proves({Rule.MEDIUM_FAILS, Rule.COMMIT_TELLS_THE_TRUTH})
    void holdsWhatWasAcknowledgedWhicheverCallToTheSystemFails(@TempDir Path folder)
            throws IOException, InterruptedException {
        requireStrace("io-failures");
        FailureReport report = CrashTrials.failEveryCall(harness, folder, FAILING_TRANSACTIONS);

        KitOutput.say("figure: io-failures " + provider()
                + ": EIO and ENOSPC for every k of the calls to the system that write, read, flush, cut and delete; no short writes: "
                + report);
        assertThat(report.lost()).isZero();
        assertThat(report.partial()).isZero();
        assertThat(report.failures()).isPositive();
    }

    private void requireStrace(String figure) throws InterruptedException {
        if (!CrashTrials.canWatch()) {
            KitOutput.say("figure: " + figure + " " + provider()
                    + ": SKIPPED, for the program 'strace' is not here or may not run");
            Assumptions.abort("without 'strace' nobody sees what a process writes, or makes it fail");
        }
    }

    private String provider() {
        return harness().provider().info().name();
    }
}
