package org.stowage.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.stowage.certificate.Certificate;
import org.stowage.certificate.CertificateWriter;
import org.stowage.certificate.ConformanceKit;
import org.stowage.certificate.OptOut;
import org.stowage.spi.ProviderInfo;

/**
 * What a run of the kit has found.
 *
 * @param provider who was tested
 * @param level how much of the kit was run
 * @param seed where its random choices began; the same seed repeats them
 * @param duration how long it took
 * @param topics how the tests of each topic went, in the order in which they were run
 * @param failures the tests that failed
 * @param skipped the tests that were not run, and why
 * @param optOuts the rules that were left out, and why
 * @param remarks what else is worth a word, one sentence each: what the provider printed, and rules that went untested
 */
public record ConformanceResult(
        ProviderInfo provider,
        Level level,
        long seed,
        Duration duration,
        List<TopicCount> topics,
        List<FailedTest> failures,
        List<SkippedTest> skipped,
        List<OptOut> optOuts,
        List<String> remarks)
        implements ConformanceKit.Findings {

    /** Creates the result with copies of the lists. */
    public ConformanceResult {
        topics = List.copyOf(topics);
        failures = List.copyOf(failures);
        skipped = List.copyOf(skipped);
        optOuts = List.copyOf(optOuts);
        remarks = List.copyOf(remarks);
    }

    /** Returns how many tests passed. */
    public int passedCount() {
        return topics.stream().mapToInt(TopicCount::passed).sum();
    }

    /** Returns whether tests were run and none failed. */
    @Override
    public boolean passed() {
        return failures.isEmpty() && passedCount() > 0;
    }

    /** Returns the rules that failing tests name, each once, by number. */
    public List<ContractRule> brokenRules() {
        return failures.stream()
                .flatMap(failure -> failure.rules().stream())
                .distinct()
                .sorted(Comparator.comparing(ContractRule::number))
                .toList();
    }

    /** Returns this result if the provider passed, and fails with the broken rules and the failing tests if it did not. */
    public ConformanceResult requirePassed() {
        if (!passed()) {
            throw new AssertionError(failures.stream()
                    .map(failure -> failure.topic() + "." + failure.test() + ": " + failure.message())
                    .collect(Collectors.joining("\n", SummaryReport.of(this) + "\n", "")));
        }
        return this;
    }

    /**
     * Returns the certificate of this run.
     *
     * @param place the JAR, or the folder of classes, that was tested
     * @throws IllegalStateException if the provider did not pass, or not the whole kit was run
     * @throws IOException if the place cannot be read
     */
    @Override
    public Certificate certificate(Path place) throws IOException {
        if (!passed() || level != Level.FULL) {
            throw new IllegalStateException("'" + provider.name() + "' cannot be certified: "
                    + (passed()
                            ? "only level '" + Level.FULL + "' counts, and this was '" + level + "'"
                            : "it failed"));
        }
        return Certifying.certificate(provider, seed, passedCount(), skipped.size(), optOuts, place);
    }

    /**
     * Writes the certificate of this run into what was tested.
     *
     * @param place the JAR, or the folder of classes
     * @throws IllegalStateException if the provider did not pass, or not the whole kit was run; nothing is changed then
     * @throws IOException if the place cannot be read or written, or is a signed JAR
     */
    public void certify(Path place) throws IOException {
        CertificateWriter.write(place, certificate(place));
    }

    /** Returns a report of all of it in Markdown. */
    @Override
    public String markdown() {
        return MarkdownReport.of(this);
    }

    /** Returns a report of all of it in JSON. */
    @Override
    public String json() {
        return JsonReport.of(this);
    }

    /** Returns what people want to know first, on some lines. */
    @Override
    public String summary() {
        return SummaryReport.of(this);
    }
}
