package org.stowage.benchmarks.peer;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.benchmarks.Product;

/** A hash map whose values are streamed and filtered; it does not even know that numbers are unique. */
public final class StreamedMap extends Scanned {

    private final ConcurrentMap<Long, Product> products = new ConcurrentHashMap<>();

    /** Makes an empty one. */
    public StreamedMap() {}

    @Override
    public void insertAll(List<Product> added) {
        added.forEach(this::insert);
    }

    @Override
    public void insert(Product product) {
        if (products.putIfAbsent(product.id(), product) != null) {
            throw new IllegalStateException("product '" + product.id() + "' is there already");
        }
    }

    @Override
    public @Nullable Product find(long id) {
        return products.get(id);
    }

    @Override
    public List<Product> updateAll(List<Product> changed) {
        return changed.stream().map(this::update).toList();
    }

    private Product update(Product product) {
        return products.compute(product.id(), (id, stored) -> {
            if (stored == null || stored.version() != product.version()) {
                throw new IllegalStateException("product '" + id + "' is missing or stale");
            }
            return product.nextVersion();
        });
    }

    @Override
    Stream<Product> all() {
        return products.values().stream();
    }

    @Override
    public void close() {
        products.clear();
    }
}
