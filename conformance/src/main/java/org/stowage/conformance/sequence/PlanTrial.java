package org.stowage.conformance.sequence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.stowage.conformance.ProviderHarness;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** What a provider does itself of random queries, as its plans and its scans say. */
public final class PlanTrial {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int QUERIES_OF_ENTITY = 50;

    private final Transaction transaction;
    private final List<String> different;
    private int queries;
    private int filtered;
    private int ordered;
    private int limited;

    private PlanTrial(Transaction transaction, List<String> different) {
        this.transaction = transaction;
        this.different = different;
    }

    /**
     * What came of it.
     *
     * @param queries how many queries there were, each with a condition, an order and a limit
     * @param filtered of how many the provider does the condition itself, whole
     * @param ordered of how many the order
     * @param limited of how many the part that is wanted
     * @param different the plans that are not what the scan then does
     */
    public record Result(int queries, int filtered, int ordered, int limited, List<String> different) {

        private Result plus(PlanTrial trial) {
            return new Result(
                    queries + trial.queries,
                    filtered + trial.filtered,
                    ordered + trial.ordered,
                    limited + trial.limited,
                    different);
        }

        /** Returns the figures for people. */
        @Override
        public String toString() {
            return "random queries explained: " + queries + "; done by the provider: condition " + filtered + ", order "
                    + ordered + ", limit " + limited;
        }
    }

    /**
     * Asks how queries would be answered, and then asks them.
     *
     * @param folder an empty folder, in which the store is made
     * @param queries how many
     * @param seed where the random choices begin
     */
    public static Result run(ProviderHarness harness, Path folder, int queries, long seed) {
        Result result = new Result(0, 0, 0, 0, new ArrayList<>());
        try (Store store = harness.open(folder)) {
            for (long next = seed; result.queries() < queries; next++) {
                RandomEntity entity = RandomEntity.of(new RandomValues(new SplittableRandom(next)));
                EntitySchema schema = entity.schema();
                store.evolve(List.of(new SchemaChange.CreateEntity(schema)));
                try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
                    PlanTrial trial = new PlanTrial(transaction, result.different());
                    for (int i = 0; i < QUERIES_OF_ENTITY; i++) {
                        trial.look(RandomQuestion.about(entity).part(0, 10).request(schema));
                    }
                    result = result.plus(trial);
                }
                store.evolve(List.of(new SchemaChange.DropEntity(schema.name())));
            }
        }
        return result;
    }

    private void look(ScanRequest request) {
        try (Scan scan = transaction.scan(request)) {
            queries++;
            filtered += scan.residual().equals(Condition.ALWAYS) ? 1 : 0;
            ordered += scan.ordered() ? 1 : 0;
            limited += scan.limited() ? 1 : 0;
            if (transaction instanceof ScanExplainer explainer) {
                ScanPlan plan = explainer.explain(request);
                boolean same = plan.residual().equals(scan.residual())
                        && plan.ordered() == scan.ordered()
                        && plan.limited() == scan.limited()
                        && !plan.steps().isEmpty();
                if (!same) {
                    different.add(plan + " of " + request.query());
                }
            }
        }
    }
}
