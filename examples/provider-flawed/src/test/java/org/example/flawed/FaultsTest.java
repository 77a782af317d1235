package org.example.flawed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.stowage.conformance.ConformanceResult;
import org.stowage.conformance.ConformanceRun;
import org.stowage.conformance.ContractRule;
import org.stowage.conformance.CrashConformance;
import org.stowage.conformance.FailedTest;
import org.stowage.conformance.Level;
import org.stowage.spi.PersistenceProvider;

/** The kit catches every fault, names the rule of Stowage's semantics that is broken, and where chance found it, makes a small program that shows it. */
class FaultsTest {

    private static final Path CASES = Path.of("target", "failing-cases");
    private static final long SEED = 1;

    @ParameterizedTest
    @CsvSource({
        "UNSORTED, 3.2, true",
        "NULLS_LAST, 3.1, true",
        "LIMIT_BEFORE_FILTER, 3.3, true",
        "LIMIT_BEFORE_ORDER, 3.4, true",
        "RESIDUAL_DROPPED, 2.1, true",
        "LIKE_IGNORES_CASE, 2.7, true",
        "DECIMALS_AS_DOUBLES, 1.4, true",
        "INSTANTS_CUT, 1.8, true",
        "TEXTS_TRIMMED, 1.5, true",
        "ROWS_ALIASED, 5.6, false",
        "NEW_FIELD_LOSES_ROWS, 7.3, false",
        "INSERT_OVERWRITES, 4.1, true",
        "VERSION_IGNORED, 4.2, true",
        "BATCH_HALF_DONE, 4.7, true",
        "UNCHANGED_NOT_COUNTED, 4.9, false",
        "UPDATES_LOST, 5.1, false",
        "DIRTY_READS, 5.2, true",
        "SNAPSHOT_LATE, 5.3, false",
        "ROLLBACK_KEEPS, 5.13, true",
        "OPEN_AFTER_CLOSE, 6.6, false",
    })
    void isCaught(Fault fault, String rule, boolean program) throws IOException {
        ConformanceResult result = ConformanceRun.of(new FlawedHarness(new FlawedProvider(), fault))
                .seed(SEED)
                .run();

        shows(fault, rule, result);
        Optional<String> shown =
                result.failures().stream().flatMap(test -> test.program().stream()).findFirst();
        assertThat(shown.isPresent()).as("a program that shows it").isEqualTo(program);
        if (shown.isPresent()) {
            Path folder = Files.createDirectories(CASES.resolve(fault.toString()));
            Files.writeString(folder.resolve("FailingCase.java"), shown.get());
        }
    }

    @Test
    void aLockThatIsNotTakenIsCaught() {
        shows(Fault.NOT_LOCKED, "6.5", basic(new FlawedFileProvider(), Fault.NOT_LOCKED));
    }

    @Test
    void withoutAFaultBothPass() {
        basic(new FlawedProvider(), Fault.NONE).requirePassed();
        basic(new FlawedFileProvider(), Fault.NONE).requirePassed();
    }

    private static ConformanceResult basic(PersistenceProvider provider, Fault fault) {
        return ConformanceRun.of(new FlawedHarness(provider, fault))
                .level(Level.BASIC)
                .run();
    }

    private static void shows(Fault fault, String number, ConformanceResult result) {
        ContractRule rule = result.brokenRules().stream()
                .filter(broken -> broken.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not " + number + ", but " + result.summary()));
        FailedTest test = result.failures().stream()
                .filter(failed -> failed.rules().contains(rule))
                .findFirst()
                .orElseThrow();
        System.out.println("caught: " + fault + ", by " + test.topic() + "." + test.test() + ", for breaking " + rule);
    }

    /** The kit's killed processes. */
    static final class Killed extends CrashConformance {
        Killed() {
            super(FlawedHarness.Early.class);
        }
    }

    @Test
    void anEarlyAcknowledgementIsCaughtWhenTheProcessIsKilled() {
        List<String> failures = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectMethod(
                                        Killed.class,
                                        "losesNothingThatWasAcknowledgedWhenTheProcessIsKilled",
                                        "java.nio.file.Path"))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                result.getThrowable().ifPresent(thrown -> failures.add(thrown.getMessage()));
                            }
                        });

        assertThat(failures).singleElement().asString().contains("6.1 A commit that was acknowledged");
        System.out.println("caught: " + Fault.ACKNOWLEDGES_EARLY + ", by a killed process, for breaking 6.1");
    }
}
