package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.conformance.crash.CrashReport;
import org.stowage.conformance.crash.CrashTrials;
import org.stowage.conformance.crash.SharedHarness;

/** The trial itself is tried on stores that are known to be wrong. */
class CrashTrialIT {

    @Test
    void noticesAStoreThatKeepsNothing(@TempDir Path folder) throws Exception {
        CrashReport report = CrashTrials.run(SharedHarness.of(Harnesses.Memory.class), folder, 2, 1);

        assertThat(report.acknowledged()).isPositive();
        assertThat(report.lost()).isEqualTo(2);
    }

    @Test
    void noticesAStoreThatCommitsByHalves(@TempDir Path folder) throws Exception {
        CrashReport report = CrashTrials.run(SharedHarness.of(HalvingHarness.class), folder, 10, 1);

        assertThat(report.lost()).isZero();
        assertThat(report.partial()).isPositive();
    }
}
