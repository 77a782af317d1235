package org.stowage.conformance.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.question.Question;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Conditions;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/**
 * Takes a field out of a sequence, and all that speaks of it.
 *
 * @param schema the shape with the field
 * @param field its name
 */
record WithoutField(EntitySchema schema, String field) {

    /** Returns whether a field may go: whether it is not a version that some write expects. */
    static boolean expectsNoVersion(Sequence sequence, String field) {
        return !sequence.schema().version().equals(Optional.of(field))
                || sequence.steps().stream()
                        .noneMatch(step -> step instanceof Step.Write write && expects(write.change()));
    }

    private static boolean expects(Change change) {
        return switch (change) {
            case Change.Insert insert -> false;
            case Change.Update update ->
                update.rows().stream().anyMatch(row -> row.expected().isPresent());
            case Change.Save save ->
                save.rows().stream().anyMatch(row -> row.expected().isPresent());
            case Change.Delete delete ->
                delete.targets().stream().anyMatch(target -> target.expected().isPresent());
        };
    }

    Sequence of(Sequence sequence) {
        EntitySchema narrow = Shapes.of(
                schema,
                schema.fields().stream()
                        .filter(each -> !each.name().equals(field))
                        .toList(),
                schema.indexes().stream()
                        .filter(index -> !index.fields().contains(field))
                        .toList());
        return sequence.with(narrow)
                .with(sequence.steps().stream().map(this::step).toList());
    }

    private Step step(Step step) {
        return switch (step) {
            case Step.Write write -> new Step.Write(change(write.change()), write.rowByRow());
            case Step.Ask ask -> new Step.Ask(question(ask.question()), ask.page(), ask.parts());
            case Step.AskBeside ask -> new Step.AskBeside(question(ask.question()));
            case Step.Look look -> look;
            case Step.Commit commit -> commit;
            case Step.RollBack rollBack -> rollBack;
            case Step.Reopen reopen -> reopen;
        };
    }

    private Change change(Change change) {
        return switch (change) {
            case Change.Insert insert ->
                new Change.Insert(
                        insert.entity(), insert.rows().stream().map(this::row).toList());
            case Change.Update update -> new Change.Update(update.entity(), rows(update.rows()));
            case Change.Save save -> new Change.Save(save.entity(), rows(save.rows()));
            case Change.Delete delete -> delete;
        };
    }

    private List<Change.Versioned> rows(List<Change.Versioned> rows) {
        return rows.stream()
                .map(row -> new Change.Versioned(row(row.row()), row.expected()))
                .toList();
    }

    private Row row(Row row) {
        @Nullable Object[] values = row.toArray();
        int position = schema.position(field);
        @Nullable Object[] fewer = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, position + 1, fewer, position, values.length - position - 1);
        return Row.of(fewer);
    }

    private Question question(Question question) {
        boolean speaks = Conditions.fieldsOf(question.condition()).contains(field);
        List<Sort> sorts = question.sorts().stream()
                .filter(sort -> !sort.path().field().equals(field))
                .toList();
        Set<String> fields =
                question.fields().stream().filter(name -> !name.equals(field)).collect(Collectors.toSet());
        return new Question(
                question.entity(),
                speaks ? Condition.ALWAYS : question.condition(),
                sorts,
                fields,
                speaks ? List.of() : question.arguments(),
                question.offset(),
                question.limit());
    }
}
