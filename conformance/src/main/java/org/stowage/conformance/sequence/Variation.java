package org.stowage.conformance.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Field;

/**
 * The same in another way, which must give the same answers.
 *
 * @param page how many rows are fetched at a time; 0 for all at once
 * @param indexes which indexes there are, beside those that are unique
 * @param rowByRow whether batches are handed over row by row
 * @param reopening whether the store is closed and opened again after each commit
 * @param options the options that the store is opened with
 */
record Variation(int page, Indexes indexes, boolean rowByRow, boolean reopening, Map<String, String> options) {

    /** Which indexes there are. */
    enum Indexes {
        GIVEN,
        NONE,
        ALL
    }

    static Variation random(RandomValues values, List<Map<String, String>> optionSets) {
        return new Variation(
                values.oneOf(List.of(0, 1, 2, 3, 7)),
                values.oneOf(List.of(Indexes.values())),
                values.oneIn(2),
                values.oneIn(8),
                values.oneOf(optionSets));
    }

    Sequence of(Sequence sequence) {
        List<Step> steps = new ArrayList<>();
        for (Step step : sequence.steps()) {
            steps.add(
                    switch (step) {
                        case Step.Write write -> new Step.Write(write.change(), rowByRow);
                        case Step.Ask ask -> new Step.Ask(ask.question(), page, ask.parts());
                        case Step.AskBeside ask -> ask;
                        case Step.Look look -> look;
                        case Step.Commit commit -> commit;
                        case Step.RollBack rollBack -> rollBack;
                        case Step.Reopen reopen -> reopen;
                    });
            if (reopening && step instanceof Step.Commit) {
                steps.add(new Step.Reopen());
            }
        }
        return new Sequence(indexed(sequence.schema()), options, steps);
    }

    private EntitySchema indexed(EntitySchema schema) {
        if (indexes == Indexes.GIVEN) {
            return schema;
        }
        List<Index> kept =
                new ArrayList<>(schema.indexes().stream().filter(Index::unique).toList());
        if (indexes == Indexes.ALL) {
            for (Field field : schema.fields()) {
                boolean there = kept.stream().anyMatch(index -> index.fields().equals(List.of(field.name())));
                if (field.type().ordered() && !there) {
                    kept.add(Index.on(field.name()));
                }
            }
        }
        return Shapes.of(schema, schema.fields(), kept);
    }
}
