package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dizitart.no2.collection.Document;
import org.dizitart.no2.common.mapper.EntityConverter;
import org.dizitart.no2.common.mapper.NitriteMapper;
import org.dizitart.no2.index.IndexType;
import org.dizitart.no2.repository.EntityDecorator;
import org.dizitart.no2.repository.EntityId;
import org.dizitart.no2.repository.EntityIndex;
import org.stowage.benchmarks.Indexes;
import org.stowage.benchmarks.Product;

/** Tells Nitrite what a product is. */
record NitriteProducts(Indexes indexes) implements EntityDecorator<Product> {

    @Override
    public Class<Product> getEntityType() {
        return Product.class;
    }

    @Override
    public EntityId getIdField() {
        return new EntityId("id");
    }

    @Override
    public List<EntityIndex> getIndexFields() {
        List<EntityIndex> declared = new ArrayList<>();
        declared.add(new EntityIndex(IndexType.UNIQUE, "sku"));
        declared.add(new EntityIndex(IndexType.NON_UNIQUE, "category"));
        if (indexes == Indexes.PRICE_TOO) {
            declared.add(new EntityIndex(IndexType.NON_UNIQUE, "category", "price", "id"));
            declared.add(new EntityIndex(IndexType.NON_UNIQUE, "price"));
        }
        return declared;
    }

    /** Makes documents of products and products of documents, by hand. */
    record Converter() implements EntityConverter<Product> {

        @Override
        public Class<Product> getEntityType() {
            return Product.class;
        }

        @Override
        public Document toDocument(Product product, NitriteMapper mapper) {
            return Document.createDocument("id", product.id())
                    .put("sku", product.sku())
                    .put("name", product.name())
                    .put("price", product.price())
                    .put("stock", product.stock())
                    .put("category", product.category())
                    .put("updatedAt", product.updatedAt())
                    .put("version", product.version());
        }

        @Override
        public Product fromDocument(Document document, NitriteMapper mapper) {
            return new Product(
                    document.get("id", Long.class),
                    document.get("sku", String.class),
                    document.get("name", String.class),
                    document.get("price", BigDecimal.class),
                    document.get("stock", Integer.class),
                    document.get("category", String.class),
                    document.get("updatedAt", Instant.class),
                    document.get("version", Integer.class));
        }
    }
}
