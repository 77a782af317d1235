package org.stowage.benchmarks;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A place for products that can do the work of every workload. Used by one thread. */
public interface Contender extends AutoCloseable {

    /** Inserts products in one transaction. */
    void insertAll(List<Product> products) throws SQLException;

    /** Inserts a product in a transaction of its own. */
    void insert(Product product) throws SQLException;

    /** Returns the product of a key, or null. */
    @Nullable Item find(long id) throws SQLException;

    /** Returns the first of a category by price, then by key. */
    List<? extends Item> cheapest(String category, int limit) throws SQLException;

    /** Returns what costs at least this and at most that, in any order. */
    List<? extends Item> priced(BigDecimal least, BigDecimal most) throws SQLException;

    /** Returns how many cost at least this and at most that. */
    long countPriced(BigDecimal least, BigDecimal most) throws SQLException;

    /**
     * Writes the stock and the time of products in one transaction, if all of them still have the version that they are given with.
     *
     * @return the products with their new versions, in the same order
     */
    List<Product> updateAll(List<Product> products) throws SQLException;

    /** Hands every product to a reader, none of them held on to; the order is the contender's. */
    void forEach(Consumer<? super Item> reader) throws SQLException;

    /** Returns pages of products by their keys, each a query of its own, the first beginning behind a key. */
    Iterator<? extends List<? extends Item>> pages(long after, int size) throws SQLException;

    /** Returns one for another thread to work on the same products, closed before this one. */
    Contender another() throws SQLException;

    @Override
    void close() throws SQLException;
}
