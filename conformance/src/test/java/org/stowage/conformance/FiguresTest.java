package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.conformance.history.HistoryTrial;
import org.stowage.conformance.question.Extremes;
import org.stowage.conformance.sequence.Failure;
import org.stowage.conformance.sequence.PairTrial;
import org.stowage.conformance.sequence.QueryTrial;
import org.stowage.conformance.sequence.SequenceTrial;
import org.stowage.conformance.sequence.Trials;
import org.stowage.spi.Store;
import org.stowage.spi.value.ValueType;

/**
 * That all of our providers give the same answers, in numbers. The sizes are those of every build; {@code -Dstowage.figures.sequences=…},
 * {@code queries}, {@code pairs} and {@code transactions} raise them, with no more memory.
 */
class FiguresTest {

    private static final long SEQUENCES = Long.getLong("stowage.figures.sequences", 2_000);
    private static final long QUERIES = Long.getLong("stowage.figures.queries", 50_000);
    private static final long PAIRS = Long.getLong("stowage.figures.pairs", 100_000);
    private static final long TRANSACTIONS = Long.getLong("stowage.figures.transactions", 10_000);

    private static final List<ProviderHarness> PROVIDERS =
            List.of(new Harnesses.Memory(), new Harnesses.JsonFile(), new Harnesses.Sqlite());

    @TempDir
    private Path folder;

    @Test
    void allAnswerRandomSequencesAsTheModelDoes() {
        long first = Seeds.choose("random operation sequences");
        Trials.run(() -> new OnAll(this::sequences), first, SEQUENCES)
                .ifPresent(failure -> fail(failure, "this test, -Dstowage.sequences=1"));

        System.out.printf("figure: sequences: %,d identical on model and %s%n", SEQUENCES, names());
    }

    private Trials.Trial sequences(ProviderHarness provider) {
        return new SequenceTrial(provider, folderOf(provider));
    }

    @Test
    void allAnswerRandomQueriesAsTheModelDoes() {
        long first = Seeds.choose("random queries");
        // Each provider has its own part of the seeds, and so its own queries.
        long seeds = Math.ceilDiv(QUERIES, (long) QueryTrial.QUERIES * PROVIDERS.size());
        for (int i = 0; i < PROVIDERS.size(); i++) {
            ProviderHarness provider = PROVIDERS.get(i);
            Trials.run(() -> new QueryTrial(provider, folderOf(provider)), first + i * seeds, seeds)
                    .ifPresent(failure -> fail(
                            failure,
                            "the conformance test of "
                                    + provider.provider().info().name() + ", -Dstowage.queries=1"));
        }

        System.out.printf(
                "figure: queries: %,d, with partitioning, push-down on and off, answered as by the model on %s%n",
                seeds * QueryTrial.QUERIES * PROVIDERS.size(), names());
    }

    @Test
    void allOrderPairsAsTheModelDoes() {
        long seed = Seeds.choose("pairs of values");
        for (ValueType type : Extremes.types()) {
            long pairs = 0;
            for (ProviderHarness provider : PROVIDERS) {
                Store store = provider.open(folderOf(provider));
                try (PairTrial trial = new PairTrial(store, seed + pairs)) {
                    pairs += trial.run(type, Math.ceilDiv(PAIRS, PROVIDERS.size()));
                }
            }
            System.out.printf("figure: pairs: %,d of %s%n", pairs, type.describe());
        }
    }

    @Test
    void noneShowsACycle() {
        long seed = Seeds.choose("concurrent transactions");
        for (ProviderHarness provider : PROVIDERS) {
            HistoryTrial.Result result = new HistoryTrial(provider, folderOf(provider)).run(TRANSACTIONS, seed);
            System.out.println(
                    "figure: transactions: " + provider.provider().info().name() + ", " + result);
            assertThat(result.anomalies()).isEmpty();
        }
    }

    private static void fail(Failure failure, String repeating) {
        throw new AssertionError("repeat with " + repeating + " and -Dstowage.seed=" + failure.seed() + "\n" + failure);
    }

    private static List<String> names() {
        return PROVIDERS.stream()
                .map(provider -> provider.provider().info().name())
                .toList();
    }

    private Path folderOf(ProviderHarness provider) {
        try {
            return Files.createTempDirectory(folder, provider.provider().info().name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Maker {
        Trials.Trial make(ProviderHarness provider);
    }

    /** The same on each provider. */
    private static final class OnAll implements Trials.Trial {

        private final List<Trials.Trial> trials = new ArrayList<>();

        OnAll(Maker maker) {
            PROVIDERS.forEach(provider -> trials.add(maker.make(provider)));
        }

        @Override
        public Optional<Failure> failure(long seed) {
            return trials.stream()
                    .flatMap(trial -> trial.failure(seed).stream())
                    .findFirst();
        }

        @Override
        public void close() {
            trials.forEach(Trials.Trial::close);
        }
    }
}
