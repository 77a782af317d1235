package org.stowage.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one writes by hand to keep products in memory: a hash map for the key, another for what is unique, and sorted keys for each
 * category. It has no transactions, so a reader may see half of one, and a failure leaves half of it.
 */
final class HandIndexedMap implements Contender {

    private static final Comparator<Product> BY_PRICE =
            Comparator.comparing(Product::price).thenComparingLong(Product::id);

    private final ConcurrentMap<Long, Product> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> bySku = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ConcurrentNavigableMap<Long, Product>> byCategory = new ConcurrentHashMap<>();

    @Override
    public void insertAll(List<Product> products) {
        products.forEach(this::insert);
    }

    @Override
    public void insert(Product product) {
        if (bySku.putIfAbsent(product.sku(), product.id()) != null || byId.putIfAbsent(product.id(), product) != null) {
            throw new IllegalStateException(
                    "product '" + product.id() + "' or its sku '" + product.sku() + "' is there already");
        }
        category(product.category()).put(product.id(), product);
    }

    private ConcurrentNavigableMap<Long, Product> category(String name) {
        return byCategory.computeIfAbsent(name, key -> new ConcurrentSkipListMap<>());
    }

    @Override
    public @Nullable Product find(long id) {
        return byId.get(id);
    }

    @Override
    public List<Product> cheapest(String category, int limit) {
        return category(category).values().stream()
                .sorted(BY_PRICE)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Product> updateAll(List<Product> products) {
        return products.stream().map(this::update).toList();
    }

    private Product update(Product product) {
        Product next = product.nextVersion();
        byId.compute(product.id(), (id, stored) -> {
            if (stored == null || stored.version() != product.version()) {
                throw new IllegalStateException("product '" + id + "' is missing or stale");
            }
            return next;
        });
        category(next.category()).put(next.id(), next);
        return next;
    }

    @Override
    public void forEach(Consumer<Product> reader) {
        byId.values().forEach(reader);
    }

    @Override
    public void close() {
        byId.clear();
        bySku.clear();
        byCategory.clear();
    }
}
