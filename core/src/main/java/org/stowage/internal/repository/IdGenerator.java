package org.stowage.internal.repository;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.RowStream;
import org.stowage.store.StoreTransaction;

/**
 * Makes ids, never by the engine: UUIDs of version 7, which follow the time, or whole numbers above every one that the entity has or ever
 * had. The last number is kept as an entity of its own, so that the id of a deleted entity does not come back, and is written in the
 * transaction that uses it. For many threads.
 */
final class IdGenerator {

    /** The entity that keeps the last number of each entity with counted ids. */
    static final EntitySchema COUNTERS = EntitySchema.named("StowageCounter")
            .required("entity", ValueType.TEXT)
            .required("last", ValueType.INT64)
            .key("entity")
            .build();

    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityMapping mapping;
    private final ValueType type;
    private final Query greatest;

    /** The ids for one transaction. */
    @FunctionalInterface
    interface Ids {
        /** Returns the neutral value of a new id. */
        Object next();

        /** Writes down what was used. Called once, after the last id. */
        default void finish() {}
    }

    IdGenerator(EntityMapping mapping) {
        this.mapping = mapping;
        Expression.Path id = mapping.id().path();
        this.type = id.type();
        this.greatest = Query.of(mapping.schema(), Condition.ALWAYS, List.of(Sort.descending(id)));
    }

    static boolean supports(ValueType type) {
        return type.equals(ValueType.INT64) || type.equals(ValueType.UUID) || type.equals(ValueType.TEXT);
    }

    Ids in(StoreTransaction transaction) {
        if (type.equals(ValueType.INT64)) {
            return new Counter(transaction);
        }
        return type.equals(ValueType.UUID)
                ? IdGenerator::timeOrdered
                : () -> timeOrdered().toString();
    }

    private final class Counter implements Ids {

        private final StoreTransaction transaction;
        private boolean started;
        private long last;

        Counter(StoreTransaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public Object next() {
            if (!started) {
                started = true;
                long kept = transaction
                        .get(COUNTERS.name(), Key.of(mapping.schema().name()))
                        .map(row -> row.get(1) instanceof Long number ? number : 0L)
                        .orElse(0L);
                // Ids that the application chose itself are not counted, but must not be met.
                last = Math.max(kept, greatest(transaction));
            }
            last = Math.addExact(last, 1);
            return last;
        }

        @Override
        public void finish() {
            if (started) {
                Row counter = Row.of(mapping.schema().name(), last);
                transaction.apply(new Change.Save(COUNTERS.name(), List.of(Change.Versioned.any(counter))));
            }
        }
    }

    private long greatest(StoreTransaction transaction) {
        try (RowStream rows = transaction.scan(new ScanRequest(greatest, List.of(), 0, 1))) {
            Row row = rows.next();
            return row != null && row.get(mapping.idPosition()) instanceof Long id ? id : 0;
        }
    }

    private static UUID timeOrdered() {
        long random = RANDOM.nextLong();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | (RANDOM.nextLong() & 0xfff);
        return new UUID(high, (random & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }
}
