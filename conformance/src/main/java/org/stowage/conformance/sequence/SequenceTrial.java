package org.stowage.conformance.sequence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.ProviderHarness;

/** Random sequences of operations on a provider, compared with the model. */
public final class SequenceTrial {

    private static final int STEPS = 30;

    private final ProviderHarness harness;
    private final Path folder;

    /**
     * Creates a trial.
     *
     * @param harness the provider
     * @param folder where the stores are made, one for each sequence
     */
    public SequenceTrial(ProviderHarness harness, Path folder) {
        this.harness = harness;
        this.folder = folder;
    }

    /** Returns how the provider differs from the model on the sequence of a seed, shrunk and for people; empty if it does not. */
    public Optional<String> difference(long seed) {
        Sequence sequence = sequence(seed);
        String difference = run(sequence);
        return difference == null ? Optional.empty() : Optional.of(Shrinking.describe(this::run, sequence, difference));
    }

    private @Nullable String run(Sequence sequence) {
        try {
            return SequenceRun.difference(harness, Files.createTempDirectory(folder, "sequence"), sequence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sequence sequence(long seed) {
        RandomValues values = new RandomValues(new SplittableRandom(seed));
        RandomEntity entity = RandomEntity.of(values);
        List<Step> steps = new ArrayList<>();
        while (steps.size() < STEPS) {
            steps.add(step(entity));
        }
        return new Sequence(entity.schema(), steps);
    }

    private static Step step(RandomEntity entity) {
        return switch (entity.values().oneOf(List.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 3, 4, 4, 5, 6))) {
            case 0 -> new Step.Write(entity.change());
            case 1 -> new Step.Ask(RandomQuestion.about(entity));
            case 2 -> new Step.AskBeside(RandomQuestion.about(entity));
            case 3 -> new Step.Look(entity.key());
            case 4 -> new Step.Commit();
            case 5 -> entity.values().oneIn(2) ? new Step.RollBack() : new Step.Commit();
            default -> entity.values().oneIn(3) ? new Step.Reopen() : new Step.Look(entity.key());
        };
    }
}
