package org.stowage.layers.forwarding;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.Unwrapping;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** A store that does what the one beneath does. */
public abstract class ForwardingStore implements Store, Unwrapping {

    private final Store beneath;

    protected ForwardingStore(Store beneath) {
        this.beneath = beneath;
    }

    @Override
    public List<EntitySchema> schemas() {
        return beneath.schemas();
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        return beneath.evolve(changes);
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        return beneath.begin(access, patience);
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return beneath instanceof Unwrapping unwrapping ? unwrapping.unwrap(type) : Optional.empty();
    }

    @Override
    public void close() {
        beneath.close();
    }
}
