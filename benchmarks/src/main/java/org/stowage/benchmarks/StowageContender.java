package org.stowage.benchmarks;

import jakarta.data.Limit;
import jakarta.data.page.PageRequest;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.Stowage;
import org.stowage.StowageBranch;

/** A repository of ours over whichever provider its address names, with the provider's defaults. */
class StowageContender implements Contender {

    private final Stowage stowage;
    private final Products products;

    StowageContender(Stowage stowage) {
        this.stowage = stowage;
        this.products = stowage.repository(Products.class);
    }

    static Contender open(String url, Indexes indexes) {
        Stowage stowage = Stowage.open(url);
        return switch (indexes) {
            case CATEGORY -> new StowageContender(stowage);
            case PRICE_TOO -> new IndexedStowageContender(stowage, IndexedProducts::cheapest);
        };
    }

    /** Returns the same rows as a branch of them has them. */
    Contender branch() {
        StowageBranch branch = stowage.branch();
        return new StowageContender(branch.stowage()) {
            @Override
            public void close() {
                branch.close();
                StowageContender.this.close();
            }
        };
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
    public @Nullable Item find(long id) {
        return products.findById(id).orElse(null);
    }

    @Override
    public List<Product> cheapest(String category, int limit) {
        return products.cheapest(category, Limit.of(limit));
    }

    @Override
    public List<Product> priced(BigDecimal least, BigDecimal most) {
        return products.findByPriceBetween(least, most);
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) {
        return products.countByPriceBetween(least, most);
    }

    @Override
    public List<Product> updateAll(List<Product> changed) {
        return products.updateAll(changed);
    }

    @Override
    public void forEach(Consumer<? super Item> reader) {
        try (Stream<Product> all = products.findAll()) {
            all.forEach(reader);
        }
    }

    @Override
    public Iterator<List<Product>> pages(long after, int size) {
        PageRequest first = PageRequest.ofSize(size).withoutTotal().afterCursor(PageRequest.Cursor.forKey(after));
        return new CursoredPages<>(first, products::page);
    }

    /** Returns one whose closing closes nothing: a repository is for many threads. */
    @Override
    public Contender another() throws SQLException {
        return new SharedContender(this);
    }

    @Override
    public void close() {
        stowage.close();
    }
}
