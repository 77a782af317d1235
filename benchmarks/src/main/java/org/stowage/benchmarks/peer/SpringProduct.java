package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.keyvalue.annotation.KeySpace;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;
import org.stowage.benchmarks.Item;
import org.stowage.benchmarks.Product;

/** A product as Spring Data wants its entities: with an object for a version, since it begins numbers at one. */
@Table("c__product")
@KeySpace("products")
record SpringProduct(
        @Id @Column("f_id") long id,
        @Column("f_sku") String sku,
        @Column("f_name") String name,
        @Column("f_price") BigDecimal price,
        @Column("f_stock") int stock,
        @Column("f_category") String category,
        @Column("f_updated_at") Instant updatedAt,
        @Version @Column("f_version") Integer version)
        implements Item {

    static SpringProduct of(Product product) {
        return new SpringProduct(
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
