package org.stowage.conformance.sequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import org.stowage.conformance.model.ModelStore;
import org.stowage.conformance.question.Answers;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Transaction;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Conditions;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Keyset;
import org.stowage.spi.query.Query;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/** Asks a transaction in every way there is, while nothing is written, and compares each answer with that of the model. */
final class Asking {

    private final Transaction transaction;
    private final EntitySchema schema;
    private final ModelStore model;
    private List<Row> everything = List.of();

    Asking(Transaction transaction, ModelStore model) {
        this.transaction = transaction;
        this.schema = model.schema();
        this.model = model;
    }

    void compare(Step.Ask ask) {
        Question question = ask.question();
        List<Row> expected = model.answer(question);
        List<Row> wanted = Answers.wanted(expected, schema, question);
        same("rows", wanted, question, Answers.of(transaction, schema, question));
        everything = everything.isEmpty() ? Answers.everything(transaction, schema) : everything;
        same(
                "rows without push-down",
                wanted,
                question,
                Answers.finished(everything, schema, question.request(schema)));
        OptionalLong count = Answers.count(transaction, schema, question);
        DifferenceException.unlessSame("count", (long) expected.size(), count.orElse(expected.size()));
        if (ask.page() > 0) {
            same("rows in pages of " + ask.page(), wanted, question, inPages(question, ask.page()));
        }
        if (ask.parts()) {
            compareParts(question);
        }
    }

    private void same(String what, List<Row> wanted, Question question, List<Row> found) {
        DifferenceException.unlessSame(what, wanted, Answers.wanted(found, schema, question));
    }

    /** Returns the wanted part of all rows that match, fetched page by page from where the one before has ended. */
    private List<Row> inPages(Question question, int size) {
        Query query = question.request(schema).query();
        Keyset keyset = Keyset.of(schema, query.sorts());
        List<Row> rows = new ArrayList<>();
        Condition behind = Condition.ALWAYS;
        while (true) {
            Question page = new Question(
                    question.entity(),
                    Condition.and(question.condition(), behind),
                    question.sorts(),
                    question.fields(),
                    question.arguments(),
                    0,
                    size);
            List<Row> found = Answers.of(transaction, schema, page);
            rows.addAll(found);
            if (new HashSet<>(rows).size() < rows.size()) {
                // Who gives a row again may well do so for ever; no answer holds one twice.
                return rows;
            }
            if (found.size() < size) {
                return rows.stream()
                        .skip(question.offset())
                        .limit(question.limit())
                        .toList();
            }
            behind = keyset.after(keyset.positionOf(found.get(found.size() - 1)));
        }
    }

    /** Asks for what the condition is true of, and false: together they are what it is known of, and each row is in one of them at most. */
    private void compareParts(Question question) {
        Condition condition = question.condition();
        List<Row> isTrue = part("rows for which it is true", question, condition);
        List<Row> isFalse = part("rows for which it is not", question, new Condition.Not(condition));
        Condition known = new Condition.Or(List.of(condition, new Condition.Not(condition)));
        List<Row> isKnown = part("rows for which it is or is not", question, known);
        List<Row> joined = new ArrayList<>(isTrue);
        joined.addAll(isFalse);
        joined.sort(Evaluator.order(
                schema, question(question, Condition.ALWAYS).request(schema).query()));
        DifferenceException.unlessSame("parts of the rows for which it is known", isKnown, joined);
    }

    private List<Row> part(String what, Question whole, Condition condition) {
        Question part = question(whole, condition);
        List<Row> expected = model.answer(part);
        List<Row> found = Answers.of(transaction, schema, part);
        DifferenceException.unlessSame(what, expected, found);
        DifferenceException.unlessSame(
                what + ", without push-down", expected, Answers.finished(everything, schema, part.request(schema)));
        return found;
    }

    private static Question question(Question whole, Condition condition) {
        boolean parameters = !Conditions.parametersOf(condition).isEmpty();
        return Question.where(
                whole.entity(), condition, parameters ? whole.arguments().toArray() : new Object[0]);
    }
}
