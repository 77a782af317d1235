package org.stowage.conformance.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Field;

/**
 * Makes a sequence smaller as long as store and model still differ on it: fewer steps, fewer fields and indexes, fewer rows, simpler
 * questions.
 */
final class Shrinking {

    private static final int MOST_RUNS = 800;

    private final Function<Sequence, @Nullable String> run;
    private Sequence smallest;
    private String difference;
    private int runs;

    private Shrinking(Function<Sequence, @Nullable String> run, Sequence failing, String difference) {
        this.run = run;
        this.smallest = failing;
        this.difference = difference;
    }

    /**
     * Returns what a function makes of the smallest sequence found, and of how store and model differ on it.
     *
     * @param run returns how they differ on a sequence, or null if they do not
     */
    static <T> T smallest(
            Function<Sequence, @Nullable String> run,
            Sequence failing,
            String difference,
            BiFunction<Sequence, String, T> result) {
        Shrinking shrinking = new Shrinking(run, failing, difference);
        while (shrinking.runs < MOST_RUNS && shrinking.shrinkOnce()) {
            // What came of it may be shrunk further.
        }
        return result.apply(shrinking.smallest, shrinking.difference);
    }

    private boolean shrinkOnce() {
        return Stream.<Function<Sequence, Stream<Sequence>>>of(
                        Shrinking::fewerSteps, Shrinking::fewerFields, Shrinking::fewerIndexes, Shrinking::simplerSteps)
                .flatMap(smaller -> smaller.apply(smallest))
                .anyMatch(this::stillDiffers);
    }

    private boolean stillDiffers(Sequence candidate) {
        if (runs >= MOST_RUNS) {
            return false;
        }
        runs++;
        String found = run.apply(candidate);
        if (found == null) {
            return false;
        }
        smallest = candidate;
        difference = found;
        return true;
    }

    /** Without ever shorter runs of steps, from the end, where most can be left out. */
    private static Stream<Sequence> fewerSteps(Sequence sequence) {
        List<Step> steps = sequence.steps();
        List<Sequence> candidates = new ArrayList<>();
        for (int length = Math.max(1, steps.size() / 2); length >= 1; length /= 2) {
            for (int end = steps.size(); end - length >= 0; end -= length) {
                List<Step> fewer = new ArrayList<>(steps);
                fewer.subList(end - length, end).clear();
                candidates.add(sequence.with(fewer));
            }
        }
        return candidates.stream();
    }

    private static Stream<Sequence> fewerFields(Sequence sequence) {
        return sequence.schema().fields().stream()
                .map(Field::name)
                .filter(name -> !sequence.schema().key().contains(name))
                .filter(name -> WithoutField.expectsNoVersion(sequence, name))
                .map(name -> new WithoutField(sequence.schema(), name).of(sequence));
    }

    private static Stream<Sequence> fewerIndexes(Sequence sequence) {
        List<Index> indexes = sequence.schema().indexes();
        return indexes.stream().map(left -> {
            List<Index> fewer =
                    indexes.stream().filter(index -> !index.equals(left)).toList();
            return sequence.with(Shapes.of(sequence.schema(), sequence.schema().fields(), fewer));
        });
    }

    private static Stream<Sequence> simplerSteps(Sequence sequence) {
        List<Sequence> candidates = new ArrayList<>();
        for (int i = 0; i < sequence.steps().size(); i++) {
            for (Step simpler : SimplerSteps.than(sequence.steps().get(i))) {
                List<Step> steps = new ArrayList<>(sequence.steps());
                steps.set(i, simpler);
                candidates.add(sequence.with(steps));
            }
        }
        return candidates.stream();
    }
}
