package org.stowage.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Access;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Transaction;
import org.stowage.spi.Unwrapping;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ReadOnlyException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** A transaction on a connection of its own. */
final class SqliteTransaction implements Transaction, RowCounter, ScanExplainer, Unwrapping {

    private final SqliteStore store;
    private final SqliteCatalogue catalogue;
    private final SqliteConnection connection;
    private final Access access;
    private final List<SqliteScan> scans = new ArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private long rows;
    private boolean failed;
    private boolean sound = true;

    SqliteTransaction(SqliteStore store, SqliteCatalogue catalogue, SqliteConnection connection, Access access) {
        this.store = store;
        this.catalogue = catalogue;
        this.connection = connection;
        this.access = access;
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        EntityTable table = table(entity);
        try (CachedStatement statement = connection.statement(table.selectByKey())) {
            table.bindKey(statement.jdbc(), 1, key);
            try (ResultSet result = statement.jdbc().executeQuery()) {
                return result.next() ? Optional.of(table.read(file(), result)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw failure(entity, failure);
        }
    }

    @Override
    public Scan scan(ScanRequest request) {
        EntityTable table = table(request.query().entity());
        QueryPlan plan = table.plan(request);
        try {
            CachedStatement statement = connection.statement(plan.select());
            boolean open = false;
            try {
                bind(plan, statement.jdbc(), request);
                SqliteScan scan = new SqliteScan(
                        this, table, plan, statement, statement.jdbc().executeQuery());
                scans.add(scan);
                open = true;
                return scan;
            } finally {
                if (!open) {
                    statement.close();
                }
            }
        } catch (SQLException failure) {
            throw failure(table.schema().name(), failure);
        }
    }

    private static void bind(QueryPlan plan, PreparedStatement statement, ScanRequest request) throws SQLException {
        Binding.bindAll(plan.bindings(), statement, request.arguments());
        if (plan.limited()) {
            statement.setLong(plan.bindings().size() + 1, request.limit());
            statement.setLong(plan.bindings().size() + 2, request.offset());
        }
    }

    @Override
    public OptionalLong count(ScanRequest request) {
        EntityTable table = table(request.query().entity());
        QueryPlan plan = table.plan(request);
        if (!plan.exact()) {
            return OptionalLong.empty();
        }
        try (CachedStatement statement = connection.statement(plan.count())) {
            Binding.bindAll(plan.bindings(), statement.jdbc(), request.arguments());
            try (ResultSet result = statement.jdbc().executeQuery()) {
                long all = result.next() ? result.getLong(1) : 0;
                return OptionalLong.of(Math.min(Math.max(0, all - request.offset()), request.limit()));
            }
        } catch (SQLException failure) {
            throw failure(table.schema().name(), failure);
        }
    }

    @Override
    public ScanPlan explain(ScanRequest request) {
        EntityTable table = table(request.query().entity());
        QueryPlan plan = table.plan(request);
        List<String> steps = new ArrayList<>();
        steps.add(plan.select());
        try (CachedStatement statement = connection.statement("EXPLAIN QUERY PLAN " + plan.select())) {
            bind(plan, statement.jdbc(), request);
            try (ResultSet result = statement.jdbc().executeQuery()) {
                while (result.next()) {
                    steps.add(String.valueOf(result.getString("detail")));
                }
            }
        } catch (SQLException failure) {
            throw failure(table.schema().name(), failure);
        }
        return new ScanPlan(steps, plan.residual(), plan.ordered(), plan.limited());
    }

    @Override
    public ChangeResult apply(Change change) {
        if (access == Access.READ_ONLY) {
            throw new ReadOnlyException(
                    ErrorContext.of(file().store(), change.entity()),
                    "entity '" + change.entity() + "' of store '" + file().store()
                            + "' cannot be written in a transaction that only reads");
        }
        EntityTable table = table(change.entity());
        boolean whole = false;
        try {
            List.copyOf(scans).forEach(SqliteScan::readRest);
            long written = new ChangeWriter(file(), connection, table).write(change);
            rows += written;
            whole = true;
            return new ChangeResult(written);
        } catch (SQLException failure) {
            throw failure(change.entity(), failure);
        } finally {
            failed |= !whole;
        }
    }

    @Override
    public ChangeResult commit() {
        if (failed) {
            close();
            throw new TransactionAbortedException(
                    ErrorContext.of(file().store()),
                    "a change of store '" + file().store() + "' failed before, so the transaction was rolled back");
        }
        store.checkOpen();
        closeScans();
        try {
            if (access == Access.READ_ONLY) {
                connection.commit();
            } else {
                CertainCommit.of(file(), connection);
            }
        } catch (SQLException failure) {
            StoreException reported = failure(null, failure);
            close();
            throw reported;
        } catch (CommitUnknownException unknown) {
            sound = false;
            close();
            throw unknown;
        }
        end(sound);
        return new ChangeResult(rows);
    }

    @Override
    public void close() {
        if (ended.get()) {
            return;
        }
        try {
            closeScans();
            connection.rollback();
        } catch (SQLException | StoreException failure) {
            // SQLite has rolled back by itself after the failures that leave it no choice. The connection is not used
            // again, and
            // whatever it had not committed goes with it.
            sound = false;
        } finally {
            end(sound);
        }
    }

    private void end(boolean sound) {
        if (ended.compareAndSet(false, true)) {
            store.ended(this, connection, access, sound);
        }
    }

    private void closeScans() {
        List.copyOf(scans).forEach(SqliteScan::close);
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return type == Connection.class ? Optional.of(type.cast(connection.jdbc())) : Optional.empty();
    }

    void forget(SqliteScan scan) {
        scans.remove(scan);
    }

    DatabaseFile file() {
        return store.file();
    }

    /**
     * Returns what a failure of the driver means to the caller. The driver gives up statements that have failed, so the connection, which
     * keeps them, is not used by another transaction.
     */
    StoreException failure(@Nullable String entity, SQLException failure) {
        sound = false;
        store.checkOpen();
        return SqliteErrors.of(file(), new ErrorContext(file().store(), entity, null), failure);
    }

    private EntityTable table(String entity) {
        store.checkOpen();
        return catalogue.table(entity);
    }
}
