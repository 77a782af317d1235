package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.conformance.crash.CrashReport;
import org.stowage.conformance.crash.CrashTrials;

/** The trial itself is tried on a store that is known to lose everything. */
class CrashTrialIT {

    @Test
    void noticesAStoreThatKeepsNothing(@TempDir Path folder) throws Exception {
        CrashReport report = CrashTrials.run(Harnesses.Memory.class, folder, 2, 1);

        assertThat(report.acknowledged()).isPositive();
        assertThat(report.lost()).isEqualTo(2);
    }
}
