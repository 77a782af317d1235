package org.stowage.conformance.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.stowage.conformance.model.ModelOrder;
import org.stowage.conformance.question.Answers;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Random values of a type, which a store keeps and sorts; each pair of them must come as the model puts it. For one thread. */
public final class PairTrial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** So many values make 10,011 pairs. */
    private static final int TOGETHER = 142;

    private static final long PAIRS_TOGETHER = TOGETHER * (TOGETHER - 1) / 2;

    private final Store store;
    private final RandomValues values;

    /**
     * Creates a trial.
     *
     * @param store a store without entities, which this closes
     * @param seed where the random choices begin
     */
    public PairTrial(Store store, long seed) {
        this.store = store;
        this.values = new RandomValues(new SplittableRandom(seed));
    }

    /**
     * Looks at pairs of values.
     *
     * @param type their type
     * @param pairs at least how many
     * @return how many there were
     * @throws AssertionError if some come in another order than that of the model, or not as they went
     */
    public long run(ValueType type, long pairs) {
        EntitySchema schema = EntitySchema.named("pairs")
                .required("id", ValueType.INT64)
                .required("value", type)
                .key("id")
                .build();
        long looked = 0;
        while (looked < pairs) {
            store.evolve(List.of(new SchemaChange.CreateEntity(schema)));
            look(schema, type);
            store.evolve(List.of(new SchemaChange.DropEntity(schema.name())));
            looked += PAIRS_TOGETHER;
        }
        return looked;
    }

    private void look(EntitySchema schema, ValueType type) {
        List<Row> rows = new ArrayList<>();
        for (long id = 0; id < TOGETHER; id++) {
            rows.add(Row.of(id, values.anyOf(type)));
        }
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            transaction.apply(new Change.Insert(schema.name(), rows));
            transaction.commit();
        }
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
            Sort byValue = Sort.ascending(Expression.Path.of("value", type));
            DifferenceException.unlessSame(
                    type.describe(), rows, Answers.of(transaction, schema, Question.sorted(schema.name())));
            List<Row> sorted = Answers.of(transaction, schema, Question.sorted(schema.name(), byValue));
            DifferenceException.unlessSame("how many", rows.size(), sorted.size());
            compareAll(type, sorted);
        }
    }

    private static void compareAll(ValueType type, List<Row> sorted) {
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                compare(type, sorted.get(i), sorted.get(j));
            }
        }
    }

    /** Sees that one row stands rightly before another: by their values, or by their keys if those are equal. */
    private static void compare(ValueType type, Row first, Row second) {
        Object left = valueOf(first, 1);
        Object right = valueOf(second, 1);
        int order = ModelOrder.compare(type, left, right);
        boolean wrongTie = order == 0 && (Long) valueOf(first, 0) > (Long) valueOf(second, 0);
        int orderOfSpi = type.order().compare(left, right);
        if (order > 0 || wrongTie || Integer.signum(order) != Integer.signum(orderOfSpi)) {
            throw new AssertionError(type.describe() + ": " + first + " stands before " + second);
        }
    }

    private static Object valueOf(Row row, int position) {
        return Objects.requireNonNull(row.get(position));
    }

    @Override
    public void close() {
        store.close();
    }
}
