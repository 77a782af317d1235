package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.domain.Limit;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.stowage.benchmarks.Contender;
import org.stowage.benchmarks.Item;
import org.stowage.benchmarks.KeyPages;
import org.stowage.benchmarks.Product;
import org.stowage.benchmarks.SharedContender;
import org.stowage.benchmarks.SqliteFile;
import org.stowage.spi.value.TemporalCode;

/** Spring Data JDBC: a repository, batches by the template beneath it, a connection for each thread. */
public final class SpringJdbcContender implements Contender {

    private final AnnotationConfigApplicationContext context;
    private final SpringJdbcProducts products;
    private final JdbcAggregateOperations aggregates;
    private final TransactionOperations transactions;

    /** Opens one on a file that has the provider's table. */
    public SpringJdbcContender(SqliteFile file) {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(ThreadConnections.class, () -> new ThreadConnections(file));
        context.register(SpringJdbcConfiguration.class);
        context.refresh();
        products = context.getBean(SpringJdbcProducts.class);
        aggregates = context.getBean(JdbcAggregateOperations.class);
        transactions = context.getBean(TransactionOperations.class);
    }

    @Override
    public void insertAll(List<Product> added) {
        transactions.executeWithoutResult(status ->
                aggregates.insertAll(added.stream().map(SpringProduct::of).toList()));
    }

    @Override
    public void insert(Product product) {
        transactions.executeWithoutResult(status -> aggregates.insert(SpringProduct.of(product)));
    }

    @Override
    public @Nullable Item find(long id) {
        return products.findById(id).orElse(null);
    }

    @Override
    public List<SpringProduct> cheapest(String category, int limit) {
        return products.findByCategoryOrderByPriceAscIdAsc(category, Limit.of(limit));
    }

    @Override
    public List<SpringProduct> priced(BigDecimal least, BigDecimal most) {
        return products.findByPriceBetween(least, most);
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) {
        return products.countByPriceBetween(least, most);
    }

    @Override
    public List<Product> updateAll(List<Product> changed) {
        List<Product> updated = new ArrayList<>(changed.size());
        transactions.executeWithoutResult(status -> {
            for (Product product : changed) {
                String time = TemporalCode.encode(product.updatedAt());
                if (products.update(product.id(), product.stock(), time, product.version()) != 1) {
                    throw new IllegalStateException("product '" + product.id() + "' is missing or stale");
                }
                updated.add(product.nextVersion());
            }
        });
        return updated;
    }

    @Override
    public void forEach(Consumer<? super Item> reader) {
        try (Stream<SpringProduct> all = products.streamAllByIdGreaterThan(Long.MIN_VALUE)) {
            all.forEach(reader);
        }
    }

    @Override
    public Iterator<List<? extends Item>> pages(long after, int size) {
        return new KeyPages(after, size, (last, limit) -> products.findByIdGreaterThanOrderById(last, Limit.of(limit)));
    }

    @Override
    public Contender another() {
        return new SharedContender(this);
    }

    @Override
    public void close() {
        context.close();
    }
}
