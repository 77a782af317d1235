package org.stowage.conformance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.conformance.Harnesses;
import org.stowage.conformance.ProviderHarness;
import org.stowage.spi.PersistenceProvider;

/** The trial itself is tried on writers that are known to be wrong. */
class ReplayTrialIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void watch() throws InterruptedException {
        Assumptions.assumeTrue(CrashTrials.canWatch(), "without 'strace' nobody sees what a process writes");
    }

    @Test
    void noticesCommitsOfSqliteThatAreNotFlushed() throws Exception {
        PowerCutReport report = CrashTrials.cutPower(SharedHarness.of(RelaxedSqlite.class), folder, 60, 1);

        assertThat(report.lost()).isPositive();
        assertThat(report.partial() + report.corrupt())
                .as("relaxed is whole and in order")
                .isZero();
    }

    @Test
    void noticesCommitsOfJsonFilesThatAreNotFlushed() throws Exception {
        PowerCutReport report = CrashTrials.cutPower(SharedHarness.of(RelaxedJsonFile.class), folder, 60, 1);

        assertThat(report.lost()).isPositive();
        assertThat(report.partial() + report.corrupt())
                .as("relaxed is whole and in order")
                .isZero();
    }

    @Test
    void noticesFilesThatAreNeverFlushed() throws Exception {
        PowerCutReport report =
                CrashTrials.cutPower(SharedHarness.of(Harnesses.Sqlite.class), folder, 60, 1, Medium.Deafness.FILES);

        assertThat(report.wrong()).isPositive();
        assertThat(report.corrupt()).isPositive();
    }

    @Test
    void noticesFoldersThatAreNeverFlushed() throws Exception {
        PowerCutReport report =
                CrashTrials.cutPower(SharedHarness.of(Harnesses.Sqlite.class), folder, 60, 1, Medium.Deafness.FOLDERS);

        assertThat(report.wrong()).isPositive();
    }

    /** A durable provider that does not flush every commit. */
    abstract static class Relaxed implements ProviderHarness {

        private final ProviderHarness durable;

        Relaxed(ProviderHarness durable) {
            this.durable = durable;
        }

        @Override
        public PersistenceProvider provider() {
            return durable.provider();
        }

        @Override
        public Optional<String> location(Path folder) {
            return durable.location(folder);
        }

        @Override
        public Map<String, String> options() {
            return Map.of("durability", "relaxed");
        }
    }

    /** Flushes its log at checkpoints only. */
    public static final class RelaxedSqlite extends Relaxed {

        /** Creates the harness, in a process of its own. */
        public RelaxedSqlite() {
            super(new Harnesses.Sqlite());
        }
    }

    /** Flushes its journal when it is folded only. */
    public static final class RelaxedJsonFile extends Relaxed {

        /** Creates the harness, in a process of its own. */
        public RelaxedJsonFile() {
            super(new Harnesses.JsonFile());
        }
    }
}
