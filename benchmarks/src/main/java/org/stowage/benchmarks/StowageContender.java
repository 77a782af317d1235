package org.stowage.benchmarks;

import jakarta.data.Limit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.Stowage;

/** A repository of ours over whichever provider its address names, with the provider's defaults. */
final class StowageContender implements Contender {

    private final Stowage stowage;
    private final Products products;

    private StowageContender(Stowage stowage) {
        this.stowage = stowage;
        this.products = stowage.repository(Products.class);
    }

    static StowageContender open(String url) {
        return new StowageContender(Stowage.open(url));
    }

    @Override
    public void insertAll(List<Product> added) {
        products.insertAll(added);
    }

    @Override
    public void insert(Product product) {
        products.insert(product);
    }

    @Override
    public @Nullable Product find(long id) {
        return products.findById(id).orElse(null);
    }

    @Override
    public List<Product> cheapest(String category, int limit) {
        return products.cheapest(category, Limit.of(limit));
    }

    @Override
    public List<Product> updateAll(List<Product> changed) {
        return products.updateAll(changed);
    }

    @Override
    public void forEach(Consumer<Product> reader) {
        try (Stream<Product> all = products.findAll()) {
            all.forEach(reader);
        }
    }

    @Override
    public void close() {
        stowage.close();
    }
}
