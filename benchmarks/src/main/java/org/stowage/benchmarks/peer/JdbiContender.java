package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.stowage.benchmarks.Contender;
import org.stowage.benchmarks.Item;
import org.stowage.benchmarks.KeyPages;
import org.stowage.benchmarks.Product;
import org.stowage.benchmarks.SqliteFile;
import org.stowage.spi.value.DecimalCode;
import org.stowage.spi.value.TemporalCode;

/** Jdbi: one handle that stays open, a mapper by hand, prepared batches. */
public final class JdbiContender implements Contender {

    private static final int BATCH = 1_000;
    private static final String COLUMNS = "f_id, f_sku, f_name, f_price, f_stock, f_category, f_updated_at, f_version";
    private static final String INSERT = "INSERT INTO c__product (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM c__product ";
    private static final RowMapper<Product> MAPPER = (result, context) -> new Product(
            result.getLong(1),
            result.getString(2),
            result.getString(3),
            DecimalCode.decode(result.getString(4)).setScale(2),
            result.getInt(5),
            result.getString(6),
            TemporalCode.decodeInstant(result.getString(7)),
            result.getInt(8));

    private final SqliteFile file;
    private final Handle handle;

    /** Opens one on a file that has the provider's table. */
    public JdbiContender(SqliteFile file) {
        this.file = file;
        this.handle = Jdbi.create(file::connect).open();
    }

    @Override
    public void insertAll(List<Product> products) {
        handle.useTransaction(transaction -> {
            try (PreparedBatch batch = transaction.prepareBatch(INSERT)) {
                for (Product product : products) {
                    batch.add(values(product));
                    if (batch.size() == BATCH) {
                        batch.execute();
                    }
                }
                batch.execute();
            }
        });
    }

    @Override
    public void insert(Product product) {
        handle.execute(INSERT, values(product));
    }

    private static Object[] values(Product product) {
        return new Object[] {
            product.id(),
            product.sku(),
            product.name(),
            DecimalCode.encode(product.price()),
            product.stock(),
            product.category(),
            TemporalCode.encode(product.updatedAt()),
            product.version()
        };
    }

    @Override
    public @Nullable Product find(long id) {
        return handle.select(SELECT + "WHERE f_id = ?", id)
                .map(MAPPER)
                .findOne()
                .orElse(null);
    }

    @Override
    public List<Product> cheapest(String category, int limit) {
        return handle.select(SELECT + "WHERE f_category = ? ORDER BY f_price, f_id LIMIT ?", category, limit)
                .map(MAPPER)
                .list();
    }

    @Override
    public List<Product> priced(BigDecimal least, BigDecimal most) {
        return handle.select(
                        SELECT + "WHERE f_price BETWEEN ? AND ?", DecimalCode.encode(least), DecimalCode.encode(most))
                .map(MAPPER)
                .list();
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) {
        return handle.select(
                        "SELECT count(1) FROM c__product WHERE f_price BETWEEN ? AND ?",
                        DecimalCode.encode(least),
                        DecimalCode.encode(most))
                .mapTo(long.class)
                .one();
    }

    @Override
    public List<Product> updateAll(List<Product> products) {
        return handle.inTransaction(transaction -> {
            List<Product> updated = new ArrayList<>(products.size());
            try (PreparedBatch batch = transaction.prepareBatch(
                    "UPDATE c__product SET f_stock = ?, f_updated_at = ?, f_version = ? WHERE f_id = ? AND f_version = ?")) {
                for (Product product : products) {
                    Product next = product.nextVersion();
                    batch.add(
                            next.stock(),
                            TemporalCode.encode(next.updatedAt()),
                            next.version(),
                            next.id(),
                            product.version());
                    updated.add(next);
                }
                for (int count : batch.execute()) {
                    if (count != 1) {
                        throw new IllegalStateException("a product is missing or stale");
                    }
                }
            }
            return updated;
        });
    }

    @Override
    public void forEach(Consumer<? super Item> reader) {
        try (Stream<Product> all = handle.select(SELECT).map(MAPPER).stream()) {
            all.forEach(reader);
        }
    }

    @Override
    public Iterator<List<? extends Item>> pages(long after, int size) {
        return new KeyPages(
                after,
                size,
                (last, limit) -> handle.select(SELECT + "WHERE f_id > ? ORDER BY f_id LIMIT ?", last, limit)
                        .map(MAPPER)
                        .list());
    }

    @Override
    public Contender another() {
        return new JdbiContender(file);
    }

    @Override
    public void close() {
        handle.close();
    }
}
