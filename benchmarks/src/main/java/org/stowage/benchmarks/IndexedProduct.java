package org.stowage.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import org.stowage.entity.Index;
import org.stowage.entity.Required;
import org.stowage.entity.Scale;
import org.stowage.entity.Unique;
import org.stowage.entity.Version;

/**
 * A {@link Product} whose price is indexed too, by itself and within its category.
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
@Index({"category", "price", "id"})
public record IndexedProduct(
        long id,
        @Required @Unique String sku,
        @Required String name,
        @Required @Scale(2) @Index BigDecimal price,
        int stock,
        @Required @Index String category,
        @Required Instant updatedAt,
        @Version int version)
        implements Item {

    /** Returns the same with more indexes. */
    static IndexedProduct of(Product product) {
        return new IndexedProduct(
                product.id(),
                product.sku(),
                product.name(),
                product.price(),
                product.stock(),
                product.category(),
                product.updatedAt(),
                product.version());
    }

    @Override
    public Product plain() {
        return new Product(id, sku, name, price, stock, category, updatedAt, version);
    }
}
