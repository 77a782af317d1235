package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.keyvalue.core.KeyValueTemplate;
import org.springframework.data.keyvalue.repository.support.KeyValueRepositoryFactory;
import org.springframework.data.map.MapKeyValueAdapter;
import org.stowage.benchmarks.Contender;
import org.stowage.benchmarks.Item;
import org.stowage.benchmarks.KeyPages;
import org.stowage.benchmarks.Product;
import org.stowage.benchmarks.SharedContender;

/** Spring Data KeyValue: a repository over a hash map. It has no indexes and no transactions, and knows nothing of versions. */
public final class SpringKeyValueContender implements Contender {

    private static final int LIMIT = 20;
    private static final int PAGE = 100;

    private final KeyValueTemplate template;
    private final SpringKeyValueProducts products;

    /** Makes an empty one. */
    public SpringKeyValueContender() {
        template = new KeyValueTemplate(new MapKeyValueAdapter(ConcurrentHashMap.class));
        products = new KeyValueRepositoryFactory(template).getRepository(SpringKeyValueProducts.class);
    }

    @Override
    public void insertAll(List<Product> added) {
        added.forEach(this::insert);
    }

    @Override
    public void insert(Product product) {
        template.insert(SpringProduct.of(product));
    }

    @Override
    public @Nullable Item find(long id) {
        return products.findById(id).orElse(null);
    }

    @Override
    public List<SpringProduct> cheapest(String category, int limit) {
        check(limit, LIMIT);
        return products.findTop20ByCategoryOrderByPriceAscIdAsc(category);
    }

    @Override
    public List<SpringProduct> priced(BigDecimal least, BigDecimal most) {
        return products.findByPriceGreaterThanEqualAndPriceLessThanEqual(least, most);
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) {
        return products.countByPriceGreaterThanEqualAndPriceLessThanEqual(least, most);
    }

    @Override
    public List<Product> updateAll(List<Product> changed) {
        return changed.stream().map(this::update).toList();
    }

    private Product update(Product product) {
        Product next = product.nextVersion();
        boolean fresh = products.findById(product.id())
                .filter(stored -> stored.version() == product.version())
                .isPresent();
        if (!fresh) {
            throw new IllegalStateException("product '" + product.id() + "' is missing or stale");
        }
        template.update(SpringProduct.of(next));
        return next;
    }

    @Override
    public void forEach(Consumer<? super Item> reader) {
        products.findAll().forEach(reader);
    }

    @Override
    public Iterator<List<? extends Item>> pages(long after, int size) {
        check(size, PAGE);
        return new KeyPages(after, size, (last, limit) -> products.findTop100ByIdGreaterThanOrderByIdAsc(last));
    }

    // The names of its methods say how many.
    private static void check(int asked, int possible) {
        if (asked != possible) {
            throw new IllegalArgumentException("'" + asked + "' products were asked for; expected " + possible);
        }
    }

    @Override
    public Contender another() {
        return new SharedContender(this);
    }

    @Override
    public void close() {
        products.deleteAll();
    }
}
