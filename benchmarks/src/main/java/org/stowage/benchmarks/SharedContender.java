package org.stowage.benchmarks;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The very contender of another thread, for those that many threads may use; closing it does nothing. */
public record SharedContender(Contender shared) implements Contender {

    @Override
    public void insertAll(List<Product> products) throws SQLException {
        shared.insertAll(products);
    }

    @Override
    public void insert(Product product) throws SQLException {
        shared.insert(product);
    }

    @Override
    public @Nullable Item find(long id) throws SQLException {
        return shared.find(id);
    }

    @Override
    public List<? extends Item> cheapest(String category, int limit) throws SQLException {
        return shared.cheapest(category, limit);
    }

    @Override
    public List<? extends Item> priced(BigDecimal least, BigDecimal most) throws SQLException {
        return shared.priced(least, most);
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) throws SQLException {
        return shared.countPriced(least, most);
    }

    @Override
    public List<Product> updateAll(List<Product> products) throws SQLException {
        return shared.updateAll(products);
    }

    @Override
    public void forEach(Consumer<? super Item> reader) throws SQLException {
        shared.forEach(reader);
    }

    @Override
    public Iterator<? extends List<? extends Item>> pages(long after, int size) throws SQLException {
        return shared.pages(after, size);
    }

    @Override
    public Contender another() {
        return this;
    }

    @Override
    public void close() {}
}
