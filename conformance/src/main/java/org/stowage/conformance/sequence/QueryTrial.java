package org.stowage.conformance.sequence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.ProviderHarness;
import org.stowage.conformance.model.ModelStore;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * Random queries on random rows: each whole, in pages and in its parts, with push-down and without, compared with the model. For one
 * thread.
 */
public final class QueryTrial implements Trials.Trial {

    /** How many queries are asked of the rows of one seed: of each condition, the rows in some order and part, and its three parts. */
    public static final int QUERIES = 200;

    private static final int CONDITIONS = QUERIES / 4;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 40;

    private final ProviderHarness harness;
    private final Path folder;
    private final Place place;
    private final Map<String, String> options;

    /**
     * Creates a trial.
     *
     * @param harness the provider
     * @param folder where the stores are made
     */
    public QueryTrial(ProviderHarness harness, Path folder) {
        this.harness = harness;
        this.folder = folder;
        this.place = new Place(harness, folder);
        this.options = harness.otherOptions().stream().findFirst().orElse(harness.options());
    }

    @Override
    public Optional<Failure> failure(long seed) {
        RandomEntity entity = RandomEntity.of(new RandomValues(new SplittableRandom(seed)));
        EntitySchema schema = Shapes.withoutUnique(entity.schema());
        Change.Insert rows = new Change.Insert(schema.name(), rows(schema, entity));
        ModelStore model = new ModelStore(schema);
        model.apply(rows);
        Difference different = firstDifference(schema, rows, model, entity);
        if (different == null) {
            return Optional.empty();
        }
        place.discard();
        List<Step> steps = List.of(new Step.Write(rows, false), new Step.Commit(), different.asked());
        try (SequenceTrial alone = new SequenceTrial(harness, folder)) {
            Sequence sequence = new Sequence(schema, options, steps);
            return alone.failure(seed, sequence)
                    .or(() -> Optional.of(new Failure(seed, "only after other queries: " + different, "")));
        }
    }

    /** What was asked last when something went wrong, if only for all rows after they were written, and what went wrong. */
    private record Difference(Step.Ask asked, Throwable found) {}

    private @Nullable Difference firstDifference(
            EntitySchema schema, Change rows, ModelStore model, RandomEntity entity) {
        Step.Ask asked = new Step.Ask(Question.sorted(schema.name()), 0, false);
        try {
            Store store = place.store(options);
            store.evolve(List.of(new SchemaChange.CreateEntity(schema)));
            try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
                transaction.apply(rows);
                transaction.commit();
            }
            try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
                Asking asking = new Asking(transaction, model);
                for (int i = 0; i < CONDITIONS; i++) {
                    int page = entity.values().oneIn(5) ? entity.values().oneOf(List.of(1, 3, 7)) : 0;
                    asked = new Step.Ask(RandomQuestion.about(entity), page, true);
                    asking.compare(asked);
                }
            }
            store.evolve(List.of(new SchemaChange.DropEntity(schema.name())));
            return null;
        } catch (RuntimeException | AssertionError e) {
            return new Difference(asked, e);
        }
    }

    private static List<Row> rows(EntitySchema schema, RandomEntity entity) {
        List<Row> rows = new ArrayList<>();
        Set<Key> keys = new HashSet<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            Row row = entity.row();
            if (keys.add(schema.keyOf(row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        place.close();
    }
}
