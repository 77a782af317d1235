package org.stowage.benchmarks.peer;

import static org.dizitart.no2.filters.FluentFilter.where;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.dizitart.no2.Nitrite;
import org.dizitart.no2.NitriteBuilder;
import org.dizitart.no2.collection.FindOptions;
import org.dizitart.no2.common.SortOrder;
import org.dizitart.no2.mvstore.MVStoreModule;
import org.dizitart.no2.repository.ObjectRepository;
import org.jspecify.annotations.Nullable;
import org.stowage.benchmarks.Contender;
import org.stowage.benchmarks.Indexes;
import org.stowage.benchmarks.Item;
import org.stowage.benchmarks.KeyPages;
import org.stowage.benchmarks.Product;
import org.stowage.benchmarks.SharedContender;

/** Nitrite: a repository with a converter by hand. What it commits to a file is not flushed to the disk. */
public final class NitriteContender implements Contender {

    private final Nitrite nitrite;
    private final ObjectRepository<Product> products;

    private NitriteContender(NitriteBuilder builder, Indexes indexes) {
        nitrite = builder.disableRepositoryTypeValidation()
                .registerEntityConverter(new NitriteProducts.Converter())
                .openOrCreate();
        products = nitrite.getRepository(new NitriteProducts(indexes));
    }

    /** Makes an empty one in memory. */
    public static Contender inMemory(Indexes indexes) {
        return new NitriteContender(Nitrite.builder(), indexes);
    }

    /** Makes an empty one in a file. */
    public static Contender onFile(Path file, Indexes indexes) {
        MVStoreModule module =
                MVStoreModule.withConfig().filePath(file.toString()).build();
        return new NitriteContender(Nitrite.builder().loadModule(module), indexes);
    }

    @Override
    public void insertAll(List<Product> added) {
        products.insert(added.toArray(Product[]::new));
        nitrite.commit();
    }

    @Override
    public void insert(Product product) {
        products.insert(product);
        nitrite.commit();
    }

    @Override
    public @Nullable Product find(long id) {
        return products.getById(id);
    }

    @Override
    public List<Product> cheapest(String category, int limit) {
        return products.find(
                        where("category").eq(category),
                        FindOptions.orderBy("price", SortOrder.Ascending)
                                .thenOrderBy("id", SortOrder.Ascending)
                                .limit(limit))
                .toList();
    }

    @Override
    public List<Product> priced(BigDecimal least, BigDecimal most) {
        return products.find(where("price").between(least, most)).toList();
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) {
        return products.find(where("price").between(least, most)).size();
    }

    @Override
    public List<Product> updateAll(List<Product> changed) {
        List<Product> updated = changed.stream().map(this::update).toList();
        nitrite.commit();
        return updated;
    }

    private Product update(Product product) {
        Product next = product.nextVersion();
        int count = products.update(
                        where("id").eq(product.id()).and(where("version").eq(product.version())), next)
                .getAffectedCount();
        if (count != 1) {
            throw new IllegalStateException("product '" + product.id() + "' is missing or stale");
        }
        return next;
    }

    @Override
    public void forEach(Consumer<? super Item> reader) {
        products.find().forEach(reader);
    }

    @Override
    public Iterator<List<? extends Item>> pages(long after, int size) {
        return new KeyPages(
                after,
                size,
                (last, limit) -> products.find(
                                where("id").gt(last),
                                FindOptions.orderBy("id", SortOrder.Ascending).limit(limit))
                        .toList());
    }

    @Override
    public Contender another() {
        return new SharedContender(this);
    }

    @Override
    public void close() {
        nitrite.close();
    }
}
