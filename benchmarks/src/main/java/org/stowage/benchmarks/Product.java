package org.stowage.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import org.stowage.entity.Index;
import org.stowage.entity.Required;
import org.stowage.entity.Scale;
import org.stowage.entity.Unique;
import org.stowage.entity.Version;

/**
 * What every workload stores.
 *
 * @param id the key
 * @param sku the number in the shop, unique
 * @param name what it is called
 * @param price with two digits after the point
 * @param stock how many there are
 * @param category indexed
 * @param updatedAt when it was last changed, in whole microseconds
 * @param version how often it was changed
 */
public record Product(
        long id,
        @Required @Unique String sku,
        @Required String name,
        @Required @Scale(2) BigDecimal price,
        int stock,
        @Required @Index String category,
        @Required Instant updatedAt,
        @Version int version)
        implements Item {

    @Override
    public Product plain() {
        return this;
    }

    /** Returns the product with one piece less, a moment later. */
    public Product sold() {
        return new Product(id, sku, name, price, stock - 1, category, updatedAt.plusMillis(1), version);
    }

    /** Returns the product as it is after an update. */
    public Product nextVersion() {
        return new Product(id, sku, name, price, stock, category, updatedAt, version + 1);
    }
}
