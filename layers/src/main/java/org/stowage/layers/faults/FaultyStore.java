package org.stowage.layers.faults;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.forwarding.ForwardingStore;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** A store whose operations fail by plan. */
final class FaultyStore extends ForwardingStore {

    private final String name;
    private final FaultPlan plan;

    FaultyStore(Store beneath, String name, FaultPlan plan) {
        super(beneath);
        this.name = name;
        this.plan = plan;
    }

    String name() {
        return name;
    }

    FaultPlan plan() {
        return plan;
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        String entity = changes.isEmpty() ? null : changes.get(0).entity();
        strike(Operation.EVOLVE, entity);
        return super.evolve(changes);
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        strike(Operation.BEGIN, null);
        return new FaultyTransaction(super.begin(access, patience), access, this);
    }

    private void strike(Operation operation, @Nullable String entity) {
        Effect effect = plan.strike(name, operation, entity);
        if (effect != null) {
            throw plan.failure(effect, name, operation, entity);
        }
    }
}
