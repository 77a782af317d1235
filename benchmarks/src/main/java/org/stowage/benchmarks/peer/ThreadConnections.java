package org.stowage.benchmarks.peer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;
import org.stowage.benchmarks.SqliteFile;

/** Gives each thread the same connection again and again: what a pool does, without its cost. */
final class ThreadConnections extends AbstractDataSource implements SmartDataSource, AutoCloseable {

    private final List<Connection> opened = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Connection> own;

    ThreadConnections(SqliteFile file) {
        own = ThreadLocal.withInitial(() -> {
            try {
                Connection connection = file.connect();
                opened.add(connection);
                return connection;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    @Override
    public Connection getConnection() {
        return own.get();
    }

    @Override
    public Connection getConnection(String username, String password) {
        return getConnection();
    }

    @Override
    public boolean shouldClose(Connection connection) {
        return false;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
    }
}
