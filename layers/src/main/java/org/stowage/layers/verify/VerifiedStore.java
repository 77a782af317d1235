package org.stowage.layers.verify;

import java.time.Duration;
import org.stowage.layers.forwarding.ForwardingStore;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.schema.EntitySchema;

/** A store some of whose answers are compared. */
final class VerifiedStore extends ForwardingStore {

    private final String name;
    private final Verification verification;

    VerifiedStore(Store beneath, String name, Verification verification) {
        super(beneath);
        this.name = name;
        this.verification = verification;
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        return new VerifiedTransaction(super.begin(access, patience), this);
    }

    String name() {
        return name;
    }

    Verification verification() {
        return verification;
    }

    EntitySchema schema(String entity) {
        return schemas().stream()
                .filter(schema -> schema.name().equals(entity))
                .findFirst()
                .orElseThrow(() -> new SchemaMismatchException(
                        ErrorContext.of(name, entity), "store '" + name + "' has no entity '" + entity + "'"));
    }
}
