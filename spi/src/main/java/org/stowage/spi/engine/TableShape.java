package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.List;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;

/**
 * What all states of an entity have in common while its schema stays: the orders that are kept, the key's first, then those of the
 * indexes as the schema names them; and the plans that were made for its queries. Safe for many threads.
 */
final class TableShape {

    private final EntitySchema schema;
    private final KeyFields key;
    private final List<TupleOrder> orders;
    private final PlanCache plans = new PlanCache(this);

    TableShape(EntitySchema schema) {
        this.schema = schema;
        List<TupleOrder> all = new ArrayList<>();
        all.add(TupleOrder.ofKey(schema));
        for (Index index : schema.indexes()) {
            all.add(TupleOrder.of(schema, index.fields()));
        }
        this.orders = List.copyOf(all);
        this.key = new KeyFields(schema, orders.get(0));
    }

    EntitySchema schema() {
        return schema;
    }

    KeyFields key() {
        return key;
    }

    /** Returns the orders, the key's first. */
    List<TupleOrder> orders() {
        return orders;
    }

    /** Returns the index of an order other than the first. */
    Index index(int order) {
        return schema.indexes().get(order - 1);
    }

    PlanCache plans() {
        return plans;
    }
}
