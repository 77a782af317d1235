package org.stowage.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.Change.Target;
import org.stowage.spi.change.Change.Versioned;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * Writes changes. Rows go to SQLite in batches; when something is wrong with one of them, the cause is looked for afterwards, in the
 * order of the rows, so that the error is that of the first wrong row.
 */
final class ChangeWriter {

    // The driver holds the values of a whole batch.
    private static final int BATCH = 1_000;

    private final SqliteConnection connection;
    private final EntityTable table;
    private final ChangeStatements statements;
    private final RefusedRows refused;

    ChangeWriter(DatabaseFile file, SqliteConnection connection, EntityTable table) {
        this.connection = connection;
        this.table = table;
        this.statements = table.changes();
        this.refused = new RefusedRows(file, connection, table);
    }

    /** Writes a change; returns how many rows it concerned. After a failure the transaction holds a part of it. */
    long write(Change change) throws SQLException {
        return switch (change) {
            case Change.Insert insert -> insert(insert.rows());
            case Change.Update update -> update(update.rows());
            case Change.Save save -> save(save.rows());
            case Change.Delete delete -> delete(delete.targets(), delete.required());
        };
    }

    private long insert(List<Row> rows) throws SQLException {
        try (CachedStatement statement = connection.statement(statements.insert())) {
            inBatches(rows, statement.jdbc(), row -> bindRow(statement.jdbc(), row), refused::insert);
            return rows.size();
        }
    }

    private long save(List<Versioned> rows) throws SQLException {
        if (rows.stream().allMatch(row -> row.expected().isEmpty())) {
            List<Row> plain = rows.stream().map(Versioned::row).toList();
            try (CachedStatement statement = connection.statement(statements.save(false))) {
                inBatches(plain, statement.jdbc(), row -> bindRow(statement.jdbc(), row), refused::write);
            }
            return plain.size();
        }
        // Stale rows and clashing rows are told apart by their order, so they go one by one.
        for (Versioned row : rows) {
            saveOne(row);
        }
        return rows.size();
    }

    private void saveOne(Versioned versioned) throws SQLException {
        OptionalLong expected = versioned.expected();
        try (CachedStatement statement = connection.statement(statements.save(expected.isPresent()))) {
            bindRow(statement.jdbc(), versioned.row());
            bindVersion(statement.jdbc(), statements.all().length + 1, expected);
            if (execute(statement.jdbc(), versioned.row()) == 0) {
                throw refused.missingOrStale(key(versioned.row()), expected);
            }
        }
    }

    private void bindRow(PreparedStatement statement, Row row) throws SQLException {
        int[] all = statements.all();
        for (int i = 0; i < all.length; i++) {
            table.bindValue(statement, i + 1, row, all[i]);
        }
    }

    private long update(List<Versioned> rows) throws SQLException {
        List<Versioned> left = statements.narrow() ? updatePlain(rows) : rows;
        for (Versioned row : left) {
            updateOne(row);
        }
        return rows.size();
    }

    /**
     * Updates the rows whose indexed fields stay as they are, and returns the others, which may also be missing or stale. No unique
     * index is touched, so the order matters only between rows of one key: behind a row that is left, those of its key are left too.
     */
    private List<Versioned> updatePlain(List<Versioned> rows) throws SQLException {
        boolean versioned = rows.stream().allMatch(row -> row.expected().isPresent());
        if (!versioned && rows.stream().anyMatch(row -> row.expected().isPresent())) {
            return rows;
        }
        // Of two rows of one key, the second must find the version that the first has left.
        if (versioned && keysRepeat(rows)) {
            return rows;
        }
        int[] counts;
        try (CachedStatement statement = connection.statement(statements.updatePlain(versioned))) {
            counts = inBatches(
                    rows,
                    statement.jdbc(),
                    row -> bindPlain(statement.jdbc(), row),
                    (row, failure) -> refused.write(row.row(), failure));
        }
        List<Versioned> left = new ArrayList<>();
        Set<Key> keys = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            Versioned row = rows.get(i);
            if (counts[i] == 0) {
                keys.add(key(row.row()));
                left.add(row);
            } else if (!keys.isEmpty() && keys.contains(key(row.row()))) {
                left.add(row);
            }
        }
        return left;
    }

    private boolean keysRepeat(List<Versioned> rows) {
        Set<Key> keys = HashSet.newHashSet(rows.size());
        return rows.size() > 1 && !rows.stream().allMatch(row -> keys.add(key(row.row())));
    }

    private void bindPlain(PreparedStatement statement, Versioned versioned) throws SQLException {
        int next = bindUpdate(statement, versioned, statements.plain());
        for (int position : statements.indexed()) {
            table.bindValue(statement, next++, versioned.row(), position);
        }
    }

    private void updateOne(Versioned versioned) throws SQLException {
        try (CachedStatement statement =
                connection.statement(statements.update(versioned.expected().isPresent()))) {
            bindUpdate(statement.jdbc(), versioned, statements.content());
            if (execute(statement.jdbc(), versioned.row()) == 0) {
                throw refused.missingOrStale(key(versioned.row()), versioned.expected());
            }
        }
    }

    private int bindUpdate(PreparedStatement statement, Versioned versioned, int[] positions) throws SQLException {
        int next = 1;
        for (int position : positions) {
            table.bindValue(statement, next++, versioned.row(), position);
        }
        next = table.bindKey(statement, next, key(versioned.row()));
        return bindVersion(statement, next, versioned.expected());
    }

    private static int bindVersion(PreparedStatement statement, int place, OptionalLong expected) throws SQLException {
        if (expected.isEmpty()) {
            return place;
        }
        statement.setLong(place, expected.getAsLong());
        return place + 1;
    }

    private long delete(List<Target> targets, boolean required) throws SQLException {
        long deleted = 0;
        for (int start = 0; start < targets.size(); ) {
            // One statement for a run of targets that are alike in having an expected version or not. A stale one must
            // not be
            // passed over and then the same row be deleted by a later one, so no key comes twice in a run with
            // versions.
            boolean versioned = targets.get(start).expected().isPresent();
            Set<Key> keys = new HashSet<>();
            int end = start;
            while (end < targets.size()
                    && targets.get(end).expected().isPresent() == versioned
                    && (!versioned || keys.add(targets.get(end).key()))) {
                end++;
            }
            deleted += deleteAlike(targets.subList(start, end), versioned, required);
            start = end;
        }
        return deleted;
    }

    private long deleteAlike(List<Target> targets, boolean versioned, boolean required) throws SQLException {
        int[] counts;
        try (CachedStatement statement = connection.statement(statements.delete(versioned))) {
            counts = inBatches(
                    targets,
                    statement.jdbc(),
                    target -> bindVersion(
                            statement.jdbc(), table.bindKey(statement.jdbc(), 1, target.key()), target.expected()),
                    (target, failure) -> {
                        throw failure;
                    });
        }
        long deleted = 0;
        for (int i = 0; i < counts.length; i++) {
            deleted += counts[i];
            Target target = targets.get(i);
            if (counts[i] == 0 && (required || (versioned && refused.stored(target.key()) != null))) {
                throw refused.missingOrStale(target.key(), target.expected());
            }
        }
        return deleted;
    }

    private Key key(Row row) {
        return table.schema().keyOf(row);
    }

    private interface Binder<T> {
        void bind(T element) throws SQLException;
    }

    private interface Refusal<T> {
        StoreException of(T element, SQLException failure) throws SQLException;
    }

    /** Runs a statement for each element and notes how many rows each concerned. */
    private <T> int[] inBatches(List<T> elements, PreparedStatement statement, Binder<T> binder, Refusal<T> refusal)
            throws SQLException {
        int[] counts = new int[elements.size()];
        for (int start = 0; start < elements.size(); start += BATCH) {
            int end = Math.min(start + BATCH, elements.size());
            for (int i = start; i < end; i++) {
                binder.bind(elements.get(i));
                statement.addBatch();
            }
            long before = connection.totalChanges();
            try {
                int[] done = statement.executeBatch();
                System.arraycopy(done, 0, counts, start, done.length);
            } catch (SQLException failure) {
                // Rows that can clash change one row each, so the changes say which of them was the last.
                int failing = start + (int) (connection.totalChanges() - before);
                throw refusal.of(elements.get(Math.min(failing, end - 1)), failure);
            }
        }
        return counts;
    }

    private int execute(PreparedStatement statement, Row row) throws SQLException {
        try {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw refused.write(row, failure);
        }
    }
}
