package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.certificate.OptOut;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;

/** The kit as something to run, on a provider that is right and on others that are known to be wrong. */
class ConformanceRunTest {

    /** No test here is about a provider that is slow, however slow the machine is. */
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    @Test
    void aProviderThatIsRightPasses(@TempDir Path folder) throws IOException {
        List<RunProgress> progress = new ArrayList<>();
        ConformanceResult result = ConformanceRun.of(new Harnesses.Memory())
                .level(Level.BASIC)
                .timeLimit(NO_LIMIT)
                .seed(7)
                .leaveOut(new OptOut("7.1", "names are ASCII here"))
                .onProgress(progress::add)
                .run();

        assertThat(result.requirePassed().passedCount()).isGreaterThan(80);
        assertThat(result.topics()).extracting(TopicCount::topic).contains("Values", "Transactions", "PushDown");
        int all = result.passedCount() + result.skipped().size();
        assertThat(progress).hasSize(all).endsWith(new RunProgress(all, all, 0));
        assertThat(result.skipped())
                .isNotEmpty()
                .extracting(SkippedTest::reason)
                .containsOnly("rule 7.1 is left out: names are ASCII here");
        assertThat(result.remarks()).isEmpty();
        assertThat(result.summary())
                .startsWith("memory ")
                .contains(" passed: ", "level basic", "seed 7", "without rule 7.1: names are ASCII here");
        assertThat(result.markdown()).contains("## Rules left out", "- 7.1: names are ASCII here");
        assertThat(result.json()).contains("\"seed\": \"7\"", "\"passed\": true");
        assertThatThrownBy(() -> result.certificate(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only level 'full' counts");
    }

    @Test
    void aProviderThatIsWrongIsFoundOutWithRuleAndProgram() {
        // One in twelve sequences shows it, so that a seed in sixty shows nothing in all of them.
        ConformanceResult result = ConformanceRun.of(new BrokenProviderTest.Broken(Fault.NULLS_LAST))
                .timeLimit(NO_LIMIT)
                .seed(7)
                .run();

        assertThat(result.passed()).isFalse();
        assertThat(result.brokenRules())
                .contains(new ContractRule("3.1", "Null is the smallest value", "docs/semantics.md#3-order-and-pages"));
        assertThat(result.failures())
                .filteredOn(failure -> failure.topic().equals("RandomSequences"))
                .anySatisfy(failure -> assertThat(failure.program().orElse("")).contains("class FailingCase"));
        assertThat(result.summary()).contains(" failed: ", "3.1 Null is the smallest value");
        assertThat(result.markdown())
                .contains("[3.1](docs/semantics.md#3-order-and-pages)", "```java", "class FailingCase");
        assertThatThrownBy(result::requirePassed)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("3.1 Null is the smallest value");
        assertThatThrownBy(() -> result.certify(Path.of("target/classes"))).hasMessageContaining("it failed");
    }

    @Test
    void aRuleThatIsNotThereOrMayNotBeLeftOutIsRefused() {
        ConformanceRun run = ConformanceRun.of(new Harnesses.Memory());

        assertThatThrownBy(() -> run.leaveOut(new OptOut("6.44", "typing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no rule '6.44'")
                .hasMessageContaining("did you mean '6.4'?");
        assertThatThrownBy(() -> run.leaveOut(new OptOut("3.1", "nulls come last")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.1 Null is the smallest value' cannot be left out");
        run.leaveOut(new OptOut("6.4", "no checksums"));
        assertThatThrownBy(() -> run.leaveOut(new OptOut("6.4", "none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    /** The memory provider, whose stores do something bad when they are opened. */
    private record Opening(Runnable bad) implements ProviderHarness {
        @Override
        public PersistenceProvider provider() {
            return new Harnesses.Memory().provider();
        }

        @Override
        public Optional<String> location(Path folder) {
            return Optional.empty();
        }

        @Override
        public Set<Ability> abilities() {
            return new Harnesses.Memory().abilities();
        }

        @Override
        public Store open(Path folder) {
            bad.run();
            return new Harnesses.Memory().open(folder);
        }
    }

    @Test
    void aProviderThatHangsIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        ConformanceResult result = ConformanceRun.of(new Opening(() -> await(never)))
                .level(Level.BASIC)
                .timeLimit(Duration.ofMillis(50))
                .run();
        never.countDown();

        assertThat(result.passed()).isFalse();
        assertThat(result.failures())
                .anySatisfy(failure -> assertThat(failure.message()).contains("timed out"));
        assertThat(result.skipped()).extracting(SkippedTest::reason).contains(RunHarness.GIVEN_UP);
        assertThat(result.remarks()).contains(RunHarness.GIVEN_UP);
    }

    private static void await(CountDownLatch never) {
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // It does not heed it: that is what is bad about it.
            }
        }
    }

    @Test
    void whatItPrintsAndThrowsIsInTheReport() {
        ConformanceResult result = ConformanceRun.of(new Opening(() -> {
                    System.out.println("\u001b[31mhello");
                    throw new StackOverflowError("\u001b[2Jdeep");
                }))
                .level(Level.BASIC)
                .timeLimit(NO_LIMIT)
                .run();

        assertThat(result.failures())
                .isNotEmpty()
                .anySatisfy(
                        failure -> assertThat(failure.message()).contains("java.lang.StackOverflowError: ?[2Jdeep"));
        assertThat(result.remarks())
                .anySatisfy(remark -> assertThat(remark).contains("printed to standard output: '?[31mhello'"));
    }
}
