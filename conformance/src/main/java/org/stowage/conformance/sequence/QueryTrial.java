package org.stowage.conformance.sequence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.stowage.conformance.ProviderHarness;
import org.stowage.conformance.question.Answers;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** Random queries on random rows, so that the answers of several providers can be compared. */
public final class QueryTrial {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 60;

    private QueryTrial() {}

    /**
     * A query and what came of it.
     *
     * @param question what was asked
     * @param rows the answer, in its order
     */
    public record Answer(Question question, List<Row> rows) {}

    /**
     * Returns the answers of a new store; the rows and queries are those of the seed.
     *
     * @param harness the provider
     * @param folder an empty folder, in which the store is made
     * @param seed where the random choices begin
     * @param queries how many are asked
     */
    public static List<Answer> answers(ProviderHarness harness, Path folder, long seed, int queries) {
        RandomEntity entity = RandomEntity.of(new RandomValues(new SplittableRandom(seed)));
        EntitySchema schema = withoutUnique(entity.schema());
        try (Store store = harness.open(folder)) {
            store.evolve(List.of(new SchemaChange.CreateEntity(schema)));
            fill(store, schema, entity);
            List<Answer> answers = new ArrayList<>();
            try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
                for (int i = 0; i < queries; i++) {
                    Question question = RandomQuestion.about(entity);
                    List<Row> rows = Answers.of(transaction, schema, question);
                    answers.add(new Answer(question, Answers.wanted(rows, schema, question)));
                }
            }
            return answers;
        }
    }

    /** Returns the schema with indexes that refuse no row. */
    private static EntitySchema withoutUnique(EntitySchema schema) {
        EntitySchema.Builder builder = EntitySchema.named(schema.name());
        schema.fields().forEach(builder::field);
        schema.version().ifPresent(builder::version);
        schema.indexes().forEach(index -> builder.index(new Index(index.fields(), false)));
        return builder.key(schema.key().toArray(String[]::new)).build();
    }

    private static void fill(Store store, EntitySchema schema, RandomEntity entity) {
        List<Row> rows = new ArrayList<>();
        Set<Key> keys = new HashSet<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            Row row = entity.row();
            if (keys.add(schema.keyOf(row))) {
                rows.add(row);
            }
        }
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(new Change.Insert(schema.name(), rows));
            transaction.commit();
        }
    }
}
