package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.stowage.benchmarks.Contender;
import org.stowage.benchmarks.Item;
import org.stowage.benchmarks.KeyPages;
import org.stowage.benchmarks.Product;
import org.stowage.benchmarks.SqliteFile;

/** Hibernate ORM: a stateless session that stays open on its connection, and JDBC batches. Its entities are objects of a class. */
public final class HibernateContender implements Contender {

    private static final int BATCH = 1_000;
    private static final Logger LOGGER = Logger.getLogger("org.hibernate");

    private final SqliteFile file;
    private final SessionFactory factory;
    private final Connection connection;
    private final StatelessSession session;
    private final boolean first;

    private HibernateContender(SqliteFile file, SessionFactory factory, boolean first) throws SQLException {
        this.file = file;
        this.factory = factory;
        this.connection = file.connect();
        this.session = factory.openStatelessSession(connection);
        this.session.setJdbcBatchSize(BATCH);
        this.first = first;
    }

    /** Opens one on a file that has the provider's table. */
    public static Contender open(SqliteFile file) throws SQLException {
        LOGGER.setLevel(Level.SEVERE);
        SessionFactory factory = new Configuration()
                .addAnnotatedClass(HibernateProduct.class)
                .setProperty("hibernate.dialect", SQLiteDialect.class.getName())
                .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false")
                .setProperty("hibernate.connection.url", file.url())
                .buildSessionFactory();
        return new HibernateContender(file, factory, true);
    }

    @Override
    public void insertAll(List<Product> products) {
        inTransaction(() -> session.insertMultiple(
                products.stream().map(HibernateProduct::of).toList()));
    }

    @Override
    public void insert(Product product) {
        inTransaction(() -> session.insert(HibernateProduct.of(product)));
    }

    @Override
    public @Nullable Item find(long id) {
        return session.get(HibernateProduct.class, id);
    }

    @Override
    public List<HibernateProduct> cheapest(String category, int limit) {
        return query("from HibernateProduct where category = :category order by price, id")
                .setParameter("category", category)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<HibernateProduct> priced(BigDecimal least, BigDecimal most) {
        return query("from HibernateProduct where price between :least and :most")
                .setParameter("least", least)
                .setParameter("most", most)
                .getResultList();
    }

    @Override
    public long countPriced(BigDecimal least, BigDecimal most) {
        return session.createSelectionQuery(
                        "select count(*) from HibernateProduct where price between :least and :most", Long.class)
                .setParameter("least", least)
                .setParameter("most", most)
                .getSingleResult();
    }

    @Override
    public List<Product> updateAll(List<Product> products) {
        List<HibernateProduct> changed =
                products.stream().map(HibernateProduct::of).toList();
        inTransaction(() -> session.updateMultiple(changed));
        return changed.stream().map(HibernateProduct::plain).toList();
    }

    @Override
    public void forEach(Consumer<? super Item> reader) {
        try (Stream<HibernateProduct> all = query("from HibernateProduct").getResultStream()) {
            all.forEach(reader);
        }
    }

    @Override
    public Iterator<List<? extends Item>> pages(long after, int size) {
        return new KeyPages(
                after,
                size,
                (last, limit) -> query("from HibernateProduct where id > :last order by id")
                        .setParameter("last", last)
                        .setMaxResults(limit)
                        .getResultList());
    }

    private SelectionQuery<HibernateProduct> query(String text) {
        return session.createSelectionQuery(text, HibernateProduct.class);
    }

    private void inTransaction(Runnable work) {
        Transaction transaction = session.beginTransaction();
        try {
            work.run();
            transaction.commit();
        } catch (RuntimeException failure) {
            transaction.rollback();
            throw failure;
        }
    }

    @Override
    public Contender another() throws SQLException {
        return new HibernateContender(file, factory, false);
    }

    @Override
    public void close() throws SQLException {
        session.close();
        connection.close();
        if (first) {
            factory.close();
        }
    }
}
