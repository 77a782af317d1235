package org.stowage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.value.Row;

/** Rows as SQLite finds them, one at a time, until the transaction writes: then the rest is read first, so that the write does not show. */
final class SqliteScan implements Scan {

    private final SqliteTransaction transaction;
    private final EntityTable table;
    private final QueryPlan plan;
    private final CachedStatement statement;
    private final ResultSet result;
    private @Nullable Queue<Row> rest;
    private boolean done;
    private long rowsRead;

    SqliteScan(
            SqliteTransaction transaction,
            EntityTable table,
            QueryPlan plan,
            CachedStatement statement,
            ResultSet result) {
        this.transaction = transaction;
        this.table = table;
        this.plan = plan;
        this.statement = statement;
        this.result = result;
    }

    @Override
    public @Nullable Row next() {
        if (rest != null) {
            return rest.poll();
        }
        return done ? null : read();
    }

    private @Nullable Row read() {
        try {
            if (result.next()) {
                rowsRead++;
                return plan.reader().read(transaction.file(), result);
            }
            end();
            return null;
        } catch (SQLException failure) {
            throw transaction.failure(table.schema().name(), failure);
        }
    }

    /** Reads what is left, so that the statement is no longer needed. */
    void readRest() {
        if (rest != null || done) {
            return;
        }
        Queue<Row> rows = new ArrayDeque<>();
        for (Row row = read(); row != null; row = read()) {
            rows.add(row);
        }
        rest = rows;
    }

    @Override
    public Condition residual() {
        return plan.residual();
    }

    @Override
    public boolean ordered() {
        return plan.ordered();
    }

    @Override
    public boolean limited() {
        return plan.limited();
    }

    @Override
    public long rowsRead() {
        return rowsRead;
    }

    @Override
    public void close() {
        rest = null;
        if (done) {
            return;
        }
        try {
            end();
        } catch (SQLException failure) {
            throw transaction.failure(table.schema().name(), failure);
        }
    }

    private void end() throws SQLException {
        done = true;
        transaction.forget(this);
        try (statement) {
            result.close();
        }
    }
}
