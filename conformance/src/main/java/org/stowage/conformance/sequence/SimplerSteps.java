package org.stowage.conformance.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stowage.conformance.question.Question;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Conditions;
import org.stowage.spi.query.ScanRequest;

/** Steps that do a little less than others. */
final class SimplerSteps {

    private SimplerSteps() {}

    static List<Step> than(Step step) {
        return switch (step) {
            case Step.Write write ->
                Stream.concat(
                                simpler(write.change()).stream()
                                        .map(change -> new Step.Write(change, write.rowByRow())),
                                write.rowByRow()
                                        ? Stream.of(new Step.Write(write.change(), false))
                                        : Stream.<Step.Write>empty())
                        .<Step>map(simpler -> simpler)
                        .toList();
            case Step.Ask ask -> simpler(ask);
            case Step.AskBeside ask ->
                simpler(ask.question()).stream().<Step>map(Step.AskBeside::new).toList();
            case Step.Look look -> List.of();
            case Step.Commit commit -> List.of();
            case Step.RollBack rollBack -> List.of();
            case Step.Reopen reopen -> List.of();
        };
    }

    private static List<Step> simpler(Step.Ask ask) {
        List<Step> simpler = new ArrayList<>();
        if (ask.parts()) {
            simpler.add(new Step.Ask(ask.question(), ask.page(), false));
        }
        if (ask.page() > 0) {
            simpler.add(new Step.Ask(ask.question(), 0, ask.parts()));
        }
        simpler(ask.question()).forEach(question -> simpler.add(new Step.Ask(question, ask.page(), ask.parts())));
        return simpler;
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
