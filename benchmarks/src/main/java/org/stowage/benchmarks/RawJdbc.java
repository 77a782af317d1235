package org.stowage.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * JDBC as one writes it by hand when speed is all: a connection for each thread, every statement prepared once, batches, and only the columns that
 * change in an update. As durable as the SQLite provider: a write-ahead log, flushed at each commit.
 */
final class RawJdbc implements Contender {

    private static final int BATCH = 1_000;

    private final SqliteFile file;
    private final Connection connection;
    private final Lock writing;
    private final RawTable table;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final PreparedStatement insert;
    private final PreparedStatement find;
    private final PreparedStatement cheapest;
    private final PreparedStatement update;
    private final PreparedStatement priced;
    private final PreparedStatement countPriced;
    private final PreparedStatement page;
    private final PreparedStatement all;

    private RawJdbc(SqliteFile file, Connection connection, RawTable table, Lock writing) throws SQLException {
        this.file = file;
        this.writing = writing;
        this.connection = connection;
        this.table = table;
        this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
        this.commit = connection.prepareStatement("COMMIT");
        this.rollback = connection.prepareStatement("ROLLBACK");
        this.insert = connection.prepareStatement(table.sql("INSERT INTO # (*) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
        this.find = connection.prepareStatement(table.sql("SELECT * FROM # WHERE :id = ?"));
        this.cheapest = connection.prepareStatement(
                table.sql("SELECT * FROM # WHERE :category = ? ORDER BY :price, :id LIMIT ?"));
        this.update = connection.prepareStatement(
                table.sql("UPDATE # SET :stock = ?, :updated_at = ?, :version = ? WHERE :id = ? AND :version = ?"));
        this.priced = connection.prepareStatement(table.sql("SELECT * FROM # WHERE :price BETWEEN ? AND ?"));
        this.countPriced =
                connection.prepareStatement(table.sql("SELECT count(1) FROM # WHERE :price BETWEEN ? AND ?"));
        this.page = connection.prepareStatement(table.sql("SELECT * FROM # WHERE :id > ? ORDER BY :id LIMIT ?"));
        this.all = connection.prepareStatement(table.sql("SELECT * FROM #"));
    }

    /** Opens one on a file that has the table. */
    static RawJdbc open(SqliteFile file, RawTable table) throws SQLException {
        return open(file, table, new ReentrantLock());
    }

    private static RawJdbc open(SqliteFile file, RawTable table, Lock writing) throws SQLException {
        Connection connection = file.connect();
        try {
            return new RawJdbc(file, connection, table, writing);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public void insertAll(List<Product> products) throws SQLException {
        inTransaction(() -> {
            for (int i = 0; i < products.size(); i++) {
                bind(products.get(i));
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        });
    }

    @Override
    public void insert(Product product) throws SQLException {
        bind(product);
        writing.lock();
        try {
            insert.executeUpdate();
        } finally {
            writing.unlock();
        }
    }

    private void bind(Product product) throws SQLException {
        insert.setLong(1, product.id());
        insert.setString(2, product.sku());
        insert.setString(3, product.name());
        table.bindPrice(insert, 4, product.price());
        insert.setInt(5, product.stock());
        insert.setString(6, product.category());
        table.bindTime(insert, 7, product.updatedAt());
        insert.setInt(8, product.version());
    }

    @Override
    public @Nullable Product find(long id) throws SQLException {
        find.setLong(1, id);
        try (ResultSet result = find.executeQuery()) {
            return result.next() ? product(result) : null;
        }
    }

    @Override
    public List<Product> cheapest(String category, int limit) throws SQLException {
        cheapest.setString(1, category);
        cheapest.setInt(2, limit);
        return products(cheapest);
    }

    @Override
    public List<Product> priced(BigDecimal least, BigDecimal most) throws SQLException {
        table.bindPrice(priced, 1, least);
        table.bindPrice(priced, 2, most);
        return products(priced);
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) throws SQLException {
        table.bindPrice(countPriced, 1, least);
        table.bindPrice(countPriced, 2, most);
        try (ResultSet result = countPriced.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public Iterator<List<? extends Item>> pages(long after, int size) {
        return new KeyPages(after, size, (last, limit) -> {
            page.setLong(1, last);
            page.setInt(2, limit);
            return products(page);
        });
    }

    private List<Product> products(PreparedStatement query) throws SQLException {
        List<Product> products = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                products.add(product(result));
            }
        }
        return products;
    }

    @Override
    public List<Product> updateAll(List<Product> products) throws SQLException {
        List<Product> updated = new ArrayList<>(products.size());
        inTransaction(() -> {
            for (Product product : products) {
                Product next = product.nextVersion();
                update.setInt(1, next.stock());
                table.bindTime(update, 2, next.updatedAt());
                update.setInt(3, next.version());
                update.setLong(4, next.id());
                update.setInt(5, product.version());
                update.addBatch();
                updated.add(next);
            }
            int[] counts = update.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] != 1) {
                    throw new SQLException("product '" + products.get(i).id() + "' is missing or stale");
                }
            }
        });
        return updated;
    }

    @Override
    public void forEach(Consumer<? super Item> reader) throws SQLException {
        try (ResultSet result = all.executeQuery()) {
            while (result.next()) {
                reader.accept(product(result));
            }
        }
    }

    private Product product(ResultSet result) throws SQLException {
        return new Product(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                table.price(result, 4),
                result.getInt(5),
                result.getString(6),
                table.time(result, 7),
                result.getInt(8));
    }

    private interface Work {
        void run() throws SQLException;
    }

    // The driver's own transactions say BEGIN again after each commit, which holds a lock and costs time.
    private void inTransaction(Work work) throws SQLException {
        writing.lock();
        try {
            begin.execute();
            try {
                work.run();
                commit.execute();
            } catch (SQLException | RuntimeException failure) {
                rollback.execute();
                throw failure;
            }
        } finally {
            writing.unlock();
        }
    }

    /** Opens another connection. Those who write take turns here: SQLite lets who waits for its lock sleep. */
    @Override
    public Contender another() throws SQLException {
        return open(file, table, writing);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
