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

/** A repository of ours for products with more indexes. What is written is made of plain products, which costs it a little. */
final class IndexedStowageContender implements Contender {

    private final Stowage stowage;
    private final IndexedProducts products;
    private final Form form;

    /** How the cheapest are asked for. */
    interface Form {
        List<IndexedProduct> cheapest(IndexedProducts products, String category, Limit limit);
    }

    IndexedStowageContender(Stowage stowage, Form form) {
        this.stowage = stowage;
        this.products = stowage.repository(IndexedProducts.class);
        this.form = form;
    }

    @Override
    public void insertAll(List<Product> added) {
        products.insertAll(added.stream().map(IndexedProduct::of).toList());
    }

    @Override
    public void insert(Product product) {
        products.insert(IndexedProduct.of(product));
    }

    @Override
    public @Nullable Item find(long id) {
        return products.findById(id).orElse(null);
    }

    @Override
    public List<IndexedProduct> cheapest(String category, int limit) {
        return form.cheapest(products, category, Limit.of(limit));
    }

    @Override
    public List<IndexedProduct> priced(BigDecimal least, BigDecimal most) {
        return products.findByPriceBetween(least, most);
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) {
        return products.countByPriceBetween(least, most);
    }

    @Override
    public List<Product> updateAll(List<Product> changed) {
        List<IndexedProduct> updated =
                products.updateAll(changed.stream().map(IndexedProduct::of).toList());
        return updated.stream().map(IndexedProduct::plain).toList();
    }

    @Override
    public void forEach(Consumer<? super Item> reader) {
        try (Stream<IndexedProduct> all = products.findAll()) {
            all.forEach(reader);
        }
    }

    @Override
    public Iterator<List<IndexedProduct>> pages(long after, int size) {
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
