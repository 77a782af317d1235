package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.RecordMapper;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.SelectWhereStep;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stowage.benchmarks.Contender;
import org.stowage.benchmarks.Indexes;
import org.stowage.benchmarks.Item;
import org.stowage.benchmarks.KeyPages;
import org.stowage.benchmarks.Product;
import org.stowage.benchmarks.SqliteFile;

/** Plain jOOQ: typed queries, rows mapped by a constructor, batches that are rendered once; one connection. */
public final class JooqContender implements Contender {

    private static final int BATCH = 1_000;
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final RecordMapper<
                    Record8<Long, String, String, BigDecimal, Integer, String, Instant, Integer>, Product>
            MAPPER = Records.mapping(Product::new);

    private final Source source;
    private final Connection connection;
    private final DSLContext dsl;
    private final ProductTable product;

    private interface Source {
        Connection connect() throws SQLException;
    }

    private JooqContender(Source source, SQLDialect dialect, ProductTable product) throws SQLException {
        this.source = source;
        this.connection = source.connect();
        this.dsl = DSL.using(connection, dialect, new Settings().withExecuteLogging(false));
        this.product = product;
    }

    /** Opens one on a file that has the provider's table. */
    public static Contender onSqlite(SqliteFile file) throws SQLException {
        return new JooqContender(file::connect, SQLDialect.SQLITE, ProductTable.ofTheProvider());
    }

    /** Opens one on a database of H2 in memory. */
    public static Contender onH2(Indexes indexes) throws SQLException {
        String url = "jdbc:h2:mem:products" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=0";
        JooqContender contender =
                new JooqContender(() -> DriverManager.getConnection(url), SQLDialect.H2, ProductTable.ofH2());
        contender.createTable(indexes);
        return contender;
    }

    private void createTable(Indexes indexes) {
        dsl.createTable(product.table())
                .columns(
                        product.id(),
                        product.sku(),
                        product.name(),
                        product.price(),
                        product.stock(),
                        product.category(),
                        product.updatedAt(),
                        product.version())
                .constraints(DSL.primaryKey(product.id()), DSL.unique(product.sku()))
                .execute();
        dsl.createIndex("by_category").on(product.table(), product.category()).execute();
        if (indexes == Indexes.PRICE_TOO) {
            dsl.createIndex("by_category_and_price")
                    .on(product.table(), product.category(), product.price(), product.id())
                    .execute();
            dsl.createIndex("by_price").on(product.table(), product.price()).execute();
        }
    }

    @Override
    public void insertAll(List<Product> products) {
        dsl.transaction(configuration -> {
            for (int first = 0; first < products.size(); first += BATCH) {
                BatchBindStep batch = configuration.dsl().batch(insertion(products.getFirst()));
                for (Product added : products.subList(first, Math.min(first + BATCH, products.size()))) {
                    batch = batch.bind(
                            added.id(),
                            added.sku(),
                            added.name(),
                            added.price(),
                            added.stock(),
                            added.category(),
                            added.updatedAt(),
                            added.version());
                }
                batch.execute();
            }
        });
    }

    private org.jooq.Insert<?> insertion(Product added) {
        return dsl.insertInto(
                        product.table(),
                        product.id(),
                        product.sku(),
                        product.name(),
                        product.price(),
                        product.stock(),
                        product.category(),
                        product.updatedAt(),
                        product.version())
                .values(
                        added.id(),
                        added.sku(),
                        added.name(),
                        added.price(),
                        added.stock(),
                        added.category(),
                        added.updatedAt(),
                        added.version());
    }

    @Override
    public void insert(Product added) {
        insertion(added).execute();
    }

    private SelectWhereStep<Record8<Long, String, String, BigDecimal, Integer, String, Instant, Integer>> products() {
        return dsl.select(
                        product.id(),
                        product.sku(),
                        product.name(),
                        product.price(),
                        product.stock(),
                        product.category(),
                        product.updatedAt(),
                        product.version())
                .from(product.table());
    }

    @Override
    public @Nullable Product find(long id) {
        return products().where(product.id().eq(id)).fetchOne(MAPPER);
    }

    @Override
    public List<Product> cheapest(String category, int limit) {
        return products()
                .where(product.category().eq(category))
                .orderBy(product.price(), product.id())
                .limit(limit)
                .fetch(MAPPER);
    }

    @Override
    public List<Product> priced(BigDecimal least, BigDecimal most) {
        return products().where(product.price().between(least, most)).fetch(MAPPER);
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) {
        return dsl.selectCount()
                .from(product.table())
                .where(product.price().between(least, most))
                .fetchSingle()
                .value1();
    }

    @Override
    public List<Product> updateAll(List<Product> products) {
        List<Product> updated = new ArrayList<>(products.size());
        dsl.transaction(configuration -> {
            BatchBindStep batch = configuration
                    .dsl()
                    .batch(dsl.update(product.table())
                            .set(product.stock(), 0)
                            .set(product.updatedAt(), Instant.EPOCH)
                            .set(product.version(), 0)
                            .where(product.id().eq(0L))
                            .and(product.version().eq(0)));
            for (Product changed : products) {
                Product next = changed.nextVersion();
                batch = batch.bind(next.stock(), next.updatedAt(), next.version(), changed.id(), changed.version());
                updated.add(next);
            }
            for (int count : batch.execute()) {
                if (count != 1) {
                    throw new IllegalStateException("a product is missing or stale");
                }
            }
        });
        return updated;
    }

    @Override
    public void forEach(Consumer<? super Item> reader) {
        try (Stream<Product> all = products().fetchStream().map(MAPPER::map)) {
            all.forEach(reader);
        }
    }

    @Override
    public Iterator<List<? extends Item>> pages(long after, int size) {
        return new KeyPages(
                after,
                size,
                (last, limit) -> products()
                        .where(product.id().gt(last))
                        .orderBy(product.id())
                        .limit(limit)
                        .fetch(MAPPER));
    }

    @Override
    public Contender another() throws SQLException {
        return new JooqContender(source, dsl.dialect(), product);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
