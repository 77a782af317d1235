package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A place for products that can do the work of every workload. Used by one thread. */
interface Contender extends AutoCloseable {

    /** Inserts products in one transaction. */
    void insertAll(List<Product> products) throws SQLException;

    /** Inserts a product in a transaction of its own. */
    void insert(Product product) throws SQLException;

    /** Returns the product of a key, or null. */
    @Nullable Product find(long id) throws SQLException;

    /** Returns the first of a category by price, then by key. */
    List<Product> cheapest(String category, int limit) throws SQLException;

    /**
     * Writes the stock and the time of products in one transaction, if all of them still have the version that they are given with.
     *
     * @return the products with their new versions, in the same order
     */
    List<Product> updateAll(List<Product> products) throws SQLException;

    /** Hands every product to a reader, none of them held on to; the order is the contender's. */
    void forEach(Consumer<Product> reader) throws SQLException;

    @Override
    void close() throws SQLException;
}
