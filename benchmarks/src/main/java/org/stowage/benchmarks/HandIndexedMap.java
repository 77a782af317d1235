package org.stowage.benchmarks;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one writes by hand to keep products in memory: a hash map for the key, another for what is unique, and sorted maps for what else is
 * asked. It has no transactions, so a reader may see half of one, and a failure leaves half of it.
 */
final class HandIndexedMap implements Contender {

    private static final Comparator<Place> BY_PRICE =
            Comparator.comparing(Place::price).thenComparingLong(Place::id);

    private final ConcurrentMap<Long, Product> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> bySku = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<Long, Product> sorted = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<String, ConcurrentNavigableMap<Long, Product>> byCategory = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ConcurrentNavigableMap<Place, Product>> byCategoryAndPrice =
            new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<Place, Product> byPrice = new ConcurrentSkipListMap<>(BY_PRICE);
    private final Indexes indexes;

    private record Place(BigDecimal price, long id) {
        static Place of(Product product) {
            return new Place(product.price(), product.id());
        }
    }

    HandIndexedMap(Indexes indexes) {
        this.indexes = indexes;
    }

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
        index(product);
    }

    private void index(Product product) {
        sorted.put(product.id(), product);
        category(product.category()).put(product.id(), product);
        if (indexes == Indexes.PRICE_TOO) {
            Place place = Place.of(product);
            byPrice.put(place, product);
            prices(product.category()).put(place, product);
        }
    }

    private ConcurrentNavigableMap<Long, Product> category(String name) {
        return byCategory.computeIfAbsent(name, key -> new ConcurrentSkipListMap<>());
    }

    private ConcurrentNavigableMap<Place, Product> prices(String category) {
        return byCategoryAndPrice.computeIfAbsent(category, key -> new ConcurrentSkipListMap<>(BY_PRICE));
    }

    @Override
    public @Nullable Product find(long id) {
        return byId.get(id);
    }

    @Override
    public List<Product> cheapest(String category, int limit) {
        return switch (indexes) {
            case CATEGORY ->
                category(category).values().stream()
                        .sorted(Catalogue.BY_PRICE)
                        .limit(limit)
                        .toList();
            case PRICE_TOO -> prices(category).values().stream().limit(limit).toList();
        };
    }

    @Override
    public List<Product> priced(BigDecimal least, BigDecimal most) {
        return switch (indexes) {
            case CATEGORY ->
                byId.values().stream()
                        .filter(product -> isPriced(product, least, most))
                        .toList();
            case PRICE_TOO -> List.copyOf(range(least, most).values());
        };
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) {
        return switch (indexes) {
            case CATEGORY ->
                byId.values().stream()
                        .filter(product -> isPriced(product, least, most))
                        .count();
            case PRICE_TOO -> range(least, most).size();
        };
    }

    private static boolean isPriced(Product product, BigDecimal least, BigDecimal most) {
        return product.price().compareTo(least) >= 0 && product.price().compareTo(most) <= 0;
    }

    private ConcurrentNavigableMap<Place, Product> range(BigDecimal least, BigDecimal most) {
        return byPrice.subMap(new Place(least, Long.MIN_VALUE), true, new Place(most, Long.MAX_VALUE), true);
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
        // Neither the category nor the price is changed by anybody.
        index(next);
        return next;
    }

    @Override
    public void forEach(Consumer<? super Item> reader) {
        byId.values().forEach(reader);
    }

    @Override
    public Iterator<List<? extends Item>> pages(long after, int size) {
        return new KeyPages(
                after,
                size,
                (last, limit) -> sorted.tailMap(last, false).values().stream()
                        .limit(limit)
                        .toList());
    }

    @Override
    public Contender another() {
        return new SharedContender(this);
    }

    @Override
    public void close() {
        byId.clear();
        bySku.clear();
        sorted.clear();
        byCategory.clear();
        byCategoryAndPrice.clear();
        byPrice.clear();
    }
}
