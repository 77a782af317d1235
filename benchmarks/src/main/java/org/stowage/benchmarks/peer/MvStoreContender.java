package org.stowage.benchmarks.peer;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import org.stowage.benchmarks.Product;

/** The store beneath H2: a map by key and one by unique number, committed and flushed to the disk at each commit. */
public final class MvStoreContender extends Scanned {

    private final MVStore store;
    private final MVMap<Long, Product> byId;
    private final MVMap<String, Long> bySku;

    /** Makes an empty one. */
    public MvStoreContender(Path path) {
        store = new MVStore.Builder()
                .fileName(path.toString())
                .autoCommitDisabled()
                .open();
        byId = store.openMap(
                "products",
                new MVMap.Builder<Long, Product>()
                        .keyType(LongDataType.INSTANCE)
                        .valueType(new ProductType()));
        bySku = store.openMap(
                "sku",
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    @Override
    public synchronized void insertAll(List<Product> products) {
        products.forEach(this::put);
        commit();
    }

    @Override
    public synchronized void insert(Product product) {
        put(product);
        commit();
    }

    private void put(Product product) {
        if (bySku.putIfAbsent(product.sku(), product.id()) != null || byId.putIfAbsent(product.id(), product) != null) {
            throw new IllegalStateException("product '" + product.id() + "' is there already");
        }
    }

    @Override
    public @Nullable Product find(long id) {
        return byId.get(id);
    }

    @Override
    public synchronized List<Product> updateAll(List<Product> products) {
        List<Product> updated = products.stream().map(this::update).toList();
        commit();
        return updated;
    }

    private Product update(Product product) {
        Product stored = byId.get(product.id());
        if (stored == null || stored.version() != product.version()) {
            throw new IllegalStateException("product '" + product.id() + "' is missing or stale");
        }
        Product next = product.nextVersion();
        byId.put(next.id(), next);
        return next;
    }

    private void commit() {
        store.commit();
        store.sync();
    }

    @Override
    Stream<Product> all() {
        return byId.values().stream();
    }

    @Override
    public void close() {
        store.close();
    }
}
