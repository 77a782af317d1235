package org.stowage.benchmarks.peer;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.stowage.benchmarks.Item;
import org.stowage.benchmarks.Product;
import org.stowage.spi.value.DecimalCode;
import org.stowage.spi.value.TemporalCode;

/** A product as Hibernate wants its entities. What no workload changes is said not to change, so that updates leave the indexes alone. */
@Entity
@Table(name = "c__product")
public class HibernateProduct implements Item {

    @Id
    @Column(name = "f_id")
    private long id;

    @Column(name = "f_sku", updatable = false)
    private String sku = "";

    @Column(name = "f_name", updatable = false)
    private String name = "";

    @Column(name = "f_price", updatable = false)
    @Convert(converter = PriceConverter.class)
    private BigDecimal price = BigDecimal.ZERO;

    @Column(name = "f_stock")
    private int stock;

    @Column(name = "f_category", updatable = false)
    private String category = "";

    @Column(name = "f_updated_at")
    @Convert(converter = TimeConverter.class)
    private Instant updatedAt = Instant.EPOCH;

    @Version
    @Column(name = "f_version")
    private int version;

    /** Makes an empty one, which Hibernate fills. */
    protected HibernateProduct() {}

    static HibernateProduct of(Product product) {
        HibernateProduct entity = new HibernateProduct();
        entity.id = product.id();
        entity.sku = product.sku();
        entity.name = product.name();
        entity.price = product.price();
        entity.stock = product.stock();
        entity.category = product.category();
        entity.updatedAt = product.updatedAt();
        entity.version = product.version();
        return entity;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public Product plain() {
        return new Product(id, sku, name, price, stock, category, updatedAt, version);
    }

    /** The text form of prices. */
    @Converter
    public static class PriceConverter implements AttributeConverter<BigDecimal, String> {

        /** Makes a converter, as Hibernate does. */
        public PriceConverter() {}

        @Override
        public String convertToDatabaseColumn(BigDecimal price) {
            return DecimalCode.encode(price);
        }

        @Override
        public BigDecimal convertToEntityAttribute(String text) {
            return DecimalCode.decode(text).setScale(2);
        }
    }

    /** The text form of times. */
    @Converter
    public static class TimeConverter implements AttributeConverter<Instant, String> {

        /** Makes a converter, as Hibernate does. */
        public TimeConverter() {}

        @Override
        public String convertToDatabaseColumn(Instant time) {
            return TemporalCode.encode(time);
        }

        @Override
        public Instant convertToEntityAttribute(String text) {
            return TemporalCode.decodeInstant(text);
        }
    }
}
