package org.stowage.conformance.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.question.Question;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Conditions;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;

/** Makes a sequence smaller as long as store and model still differ on it: fewer steps, fewer rows, simpler questions, fewer indexes. */
final class Shrinking {

    private static final int MOST_RUNS = 500;

    private final Function<Sequence, @Nullable String> run;
    private Sequence smallest;
    private String difference;
    private int runs;

    private Shrinking(Function<Sequence, @Nullable String> run, Sequence failing, String difference) {
        this.run = run;
        this.smallest = failing;
        this.difference = difference;
    }

    /** Returns the smallest sequence found on which store and model differ, and how, for people. */
    static String describe(Function<Sequence, @Nullable String> run, Sequence failing, String difference) {
        Shrinking shrinking = new Shrinking(run, failing, difference);
        while (shrinking.runs < MOST_RUNS && shrinking.shrinkOnce()) {
            // What came of it may be shrunk further.
        }
        return shrinking.smallest + shrinking.difference;
    }

    private boolean shrinkOnce() {
        return Stream.of(fewerSteps(), fewerIndexes(), simplerSteps())
                .flatMap(candidates -> candidates)
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
    private Stream<Sequence> fewerSteps() {
        List<Step> steps = smallest.steps();
        List<Sequence> candidates = new ArrayList<>();
        for (int length = Math.max(1, steps.size() / 2); length >= 1; length /= 2) {
            for (int end = steps.size(); end - length >= 0; end -= length) {
                List<Step> fewer = new ArrayList<>(steps);
                fewer.subList(end - length, end).clear();
                candidates.add(smallest.with(fewer));
            }
        }
        return candidates.stream();
    }

    private Stream<Sequence> fewerIndexes() {
        EntitySchema schema = smallest.schema();
        return schema.indexes().stream().map(index -> new Sequence(without(schema, index), smallest.steps()));
    }

    private static EntitySchema without(EntitySchema schema, Index left) {
        EntitySchema.Builder builder = EntitySchema.named(schema.name());
        schema.fields().forEach(builder::field);
        schema.version().ifPresent(builder::version);
        schema.indexes().stream().filter(index -> !index.equals(left)).forEach(builder::index);
        return builder.key(schema.key().toArray(String[]::new)).build();
    }

    private Stream<Sequence> simplerSteps() {
        List<Sequence> candidates = new ArrayList<>();
        for (int i = 0; i < smallest.steps().size(); i++) {
            for (Step simpler : simpler(smallest.steps().get(i))) {
                List<Step> steps = new ArrayList<>(smallest.steps());
                steps.set(i, simpler);
                candidates.add(smallest.with(steps));
            }
        }
        return candidates.stream();
    }

    private static List<Step> simpler(Step step) {
        return switch (step) {
            case Step.Write write ->
                simpler(write.change()).stream().<Step>map(Step.Write::new).toList();
            case Step.Ask ask ->
                simpler(ask.question()).stream().<Step>map(Step.Ask::new).toList();
            case Step.AskBeside ask ->
                simpler(ask.question()).stream().<Step>map(Step.AskBeside::new).toList();
            case Step.Look look -> List.of();
            case Step.Commit commit -> List.of();
            case Step.RollBack rollBack -> List.of();
            case Step.Reopen reopen -> List.of();
        };
    }

    private static List<Change> simpler(Change change) {
        List<Change> simpler = new ArrayList<>();
        for (int i = 0; i < change.size() && change.size() > 1; i++) {
            simpler.add(
                    switch (change) {
                        case Change.Insert insert -> new Change.Insert(insert.entity(), without(insert.rows(), i));
                        case Change.Update update -> new Change.Update(update.entity(), without(update.rows(), i));
                        case Change.Save save -> new Change.Save(save.entity(), without(save.rows(), i));
                        case Change.Delete delete ->
                            new Change.Delete(delete.entity(), without(delete.targets(), i), delete.required());
                    });
        }
        return simpler;
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    private static List<Question> simpler(Question question) {
        List<Question> simpler = new ArrayList<>();
        // Parameters are numbered without gaps: a part stands alone only if it has none.
        for (Condition part : parts(question.condition())) {
            if (Conditions.parametersOf(part).isEmpty()) {
                simpler.add(new Question(
                        question.entity(),
                        part,
                        question.sorts(),
                        question.fields(),
                        List.of(),
                        question.offset(),
                        question.limit()));
            }
        }
        for (int i = 0; i < question.sorts().size(); i++) {
            simpler.add(new Question(
                    question.entity(),
                    question.condition(),
                    without(question.sorts(), i),
                    question.fields(),
                    question.arguments(),
                    question.offset(),
                    question.limit()));
        }
        if (question.offset() > 0) {
            simpler.add(question.part(0, question.limit()));
        }
        if (question.limit() != ScanRequest.UNLIMITED) {
            simpler.add(question.part(question.offset(), ScanRequest.UNLIMITED));
        }
        if (!question.fields().isEmpty()) {
            simpler.add(new Question(
                    question.entity(),
                    question.condition(),
                    question.sorts(),
                    Set.of(),
                    question.arguments(),
                    question.offset(),
                    question.limit()));
        }
        return simpler;
    }

    private static List<Condition> parts(Condition condition) {
        return switch (condition) {
            case Condition.And and -> and.parts();
            case Condition.Or or -> or.parts();
            case Condition.Not not -> List.of(not.part());
            case Condition.Constant constant -> List.of();
            case Condition.Comparison comparison -> List.of(Condition.ALWAYS);
            case Condition.Between between -> List.of(Condition.ALWAYS);
            case Condition.In in -> List.of(Condition.ALWAYS);
            case Condition.Like like -> List.of(Condition.ALWAYS);
            case Condition.Contains contains -> List.of(Condition.ALWAYS);
            case Condition.IsNull isNull -> List.of(Condition.ALWAYS);
        };
    }
}
