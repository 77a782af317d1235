package org.stowage.conformance.sequence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.ProviderHarness;

/**
 * Random sequences of operations on a provider, compared with the model; every fourth also in another way, with the same answers. For one
 * thread.
 */
public final class SequenceTrial implements Trials.Trial {

    private static final int STEPS = 30;
    private static final int VARIED_ONE_IN = 4;
    private static final int OTHERS_FOR_ONE = 4;

    private final ProviderHarness harness;
    private final Path folder;
    private final List<Map<String, String>> optionSets;
    private final Map<Map<String, String>, Place> places = new HashMap<>();

    /**
     * Creates a trial.
     *
     * @param harness the provider
     * @param folder where the stores are made
     */
    public SequenceTrial(ProviderHarness harness, Path folder) {
        this.harness = harness;
        this.folder = folder;
        this.optionSets = optionSets(harness);
    }

    /** Returns how the provider differs from the model on the sequence of a seed, made as small as it can be; empty if it does not. */
    @Override
    public Optional<Failure> failure(long seed) {
        RandomValues values = new RandomValues(new SplittableRandom(seed));
        Sequence sequence = sequence(values).with(values.oneOf(optionSets));
        Optional<Failure> failure = failure(seed, sequence);
        if (failure.isEmpty() && values.oneIn(VARIED_ONE_IN)) {
            return failure(seed, Variation.random(values, optionSets).of(sequence));
        }
        return failure;
    }

    /** Returns the sets of options from which one is taken; if there are others, the given one is rare, as it may wait for a medium. */
    private static List<Map<String, String>> optionSets(ProviderHarness harness) {
        List<Map<String, String>> sets = new ArrayList<>();
        for (int i = 0; i < OTHERS_FOR_ONE; i++) {
            sets.addAll(harness.otherOptions());
        }
        sets.add(harness.options());
        return sets;
    }

    /** Returns how the provider differs from the model on a sequence, made as small as it can be; empty if it does not. */
    Optional<Failure> failure(long seed, Sequence sequence) {
        String difference = SequenceRun.difference(place(sequence), sequence);
        if (difference == null) {
            return Optional.empty();
        }
        return Optional.of(Shrinking.smallest(
                this::runAnew,
                sequence,
                difference,
                (smallest, what) -> new Failure(seed, what, new JavaProgram(harness, seed).of(smallest))));
    }

    private @Nullable String runAnew(Sequence sequence) {
        try (Place anew = new Place(harness, folder)) {
            return SequenceRun.difference(anew, sequence);
        }
    }

    private Place place(Sequence sequence) {
        return places.computeIfAbsent(sequence.options(), options -> new Place(harness, folder));
    }

    @Override
    public void close() {
        places.values().forEach(Place::close);
    }

    private static Sequence sequence(RandomValues values) {
        RandomEntity entity = RandomEntity.of(values);
        List<Step> steps = new ArrayList<>();
        while (steps.size() < STEPS) {
            steps.add(step(entity));
        }
        return new Sequence(entity.schema(), Map.of(), steps);
    }

    private static Step step(RandomEntity entity) {
        return switch (entity.values().oneOf(List.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 3, 4, 4, 5, 6))) {
            case 0 -> new Step.Write(entity.change(), false);
            case 1 -> new Step.Ask(RandomQuestion.about(entity), 0, false);
            case 2 -> new Step.AskBeside(RandomQuestion.about(entity));
            case 3 -> new Step.Look(entity.key());
            case 4 -> new Step.Commit();
            case 5 -> entity.values().oneIn(2) ? new Step.RollBack() : new Step.Commit();
            default -> entity.values().oneIn(10) ? new Step.Reopen() : new Step.Look(entity.key());
        };
    }
}
