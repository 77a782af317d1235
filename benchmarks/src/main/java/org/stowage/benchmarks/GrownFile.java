package org.stowage.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stowage.spi.value.DecimalCode;
import org.stowage.spi.value.TemporalCode;

/**
 * A store of ours on SQLite with so many rows that it takes minutes to make: the table is that of the provider, its rows are inserted
 * without indexes, which are made afterwards. It is kept for the next time.
 */
final class GrownFile {

    private static final String TABLE = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'c%product'";
    private static final String DEFINITIONS =
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL";

    private GrownFile() {}

    /** Returns the file, which is made if it is not there. Several processes may ask for the same. */
    static Path of(Path folder, Indexes indexes, int rows) throws IOException, SQLException {
        Path file = folder.resolve("products-" + indexes + "-" + rows + ".db");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path work = Files.createTempDirectory(folder, "growing-");
            Path made = work.resolve("products.db");
            StowageContender.open("sqlite:" + made, indexes).close();
            fill(made, rows);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Arena.delete(work);
        }
        return file;
    }

    private static void fill(Path file, int rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            // Whoever is killed here begins anew.
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA cache_size = -65536");
            String table = table(statement);
            Map<String, String> indexes = indexes(connection, table);
            for (String index : indexes.keySet()) {
                statement.execute("DROP INDEX \"" + index + "\"");
            }
            insert(connection, table, rows);
            for (String definition : indexes.values()) {
                statement.execute(definition);
            }
            statement.execute("PRAGMA journal_mode = WAL");
        }
    }

    private static String table(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery(TABLE)) {
            if (!result.next()) {
                throw new SQLException("the provider made no table of products");
            }
            return result.getString(1);
        }
    }

    private static Map<String, String> indexes(Connection connection, String table) throws SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(DEFINITIONS)) {
            query.setString(1, table);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    definitions.put(result.getString(1), result.getString(2));
                }
            }
        }
        return definitions;
    }

    private static void insert(Connection connection, String table, int rows) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO \"" + table
                + "\" (f_id, f_sku, f_name, f_price, f_stock, f_category, f_updated_at, f_version) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            Catalogue.products(rows, piece -> {
                for (Product product : piece) {
                    insert.setLong(1, product.id());
                    insert.setString(2, product.sku());
                    insert.setString(3, product.name());
                    insert.setString(4, DecimalCode.encode(product.price()));
                    insert.setInt(5, product.stock());
                    insert.setString(6, product.category());
                    insert.setString(7, TemporalCode.encode(product.updatedAt()));
                    insert.setInt(8, product.version());
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            });
        }
        connection.setAutoCommit(true);
    }
}
