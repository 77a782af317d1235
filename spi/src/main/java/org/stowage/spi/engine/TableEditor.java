package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.change.Change;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * A table while a transaction writes it. Rows are checked and written one after another: each sees what those before it did, and a
 * unique index must hold after each. A write that throws leaves it half done; the transaction is then rolled back.
 */
final class TableEditor {

    private final Table before;
    private final TableShape shape;
    private final RowErrors errors;
    private RowTrie rows;
    private final List<RowTree> trees;
    // Every key that was written and its row now, null once deleted; none if nobody wants to know.
    private final @Nullable Map<Key, @Nullable Row> written;

    TableEditor(Table before, RowErrors errors, boolean remembering) {
        this.before = before;
        this.shape = before.shape();
        this.errors = errors;
        this.rows = before.rows();
        this.trees = new ArrayList<>(before.trees());
        this.written = remembering ? new LinkedHashMap<>() : null;
    }

    /** Returns the table as it is now. The caller begins a new edit if it lets anybody read it while writing goes on. */
    Table table() {
        return new Table(shape, rows, List.copyOf(trees));
    }

    @Nullable Row find(Key key) {
        return rows.find(key);
    }

    /** Writes a batch and returns how many rows it concerned. */
    long apply(Change change, Edit edit) {
        return switch (change) {
            case Change.Insert insert -> {
                insert.rows().forEach(row -> insert(row, edit));
                yield insert.size();
            }
            case Change.Update update -> {
                update.rows().forEach(row -> update(row, edit));
                yield update.size();
            }
            case Change.Save save -> {
                save.rows().forEach(row -> save(row, edit));
                yield save.size();
            }
            case Change.Delete delete -> {
                long count = 0;
                for (Change.Target target : delete.targets()) {
                    count += delete(target, delete.required(), edit) ? 1 : 0;
                }
                yield count;
            }
        };
    }

    private void insert(Row row, Edit edit) {
        if (rows.findLike(row) != null) {
            throw errors.exists(shape.schema(), shape.key().keyOf(row));
        }
        write(null, row, edit);
    }

    private void update(Change.Versioned change, Edit edit) {
        Row present = rows.findLike(change.row());
        if (present == null) {
            throw errors.missing(shape.schema(), shape.key().keyOf(change.row()), "updated");
        }
        checkVersion(present, change.expected());
        write(present, change.row(), edit);
    }

    private void save(Change.Versioned change, Edit edit) {
        Row present = rows.findLike(change.row());
        if (present != null) {
            checkVersion(present, change.expected());
        }
        write(present, change.row(), edit);
    }

    private boolean delete(Change.Target target, boolean required, Edit edit) {
        Row present = rows.find(target.key());
        if (present == null) {
            if (required) {
                throw errors.missing(shape.schema(), target.key(), "deleted");
            }
            return false;
        }
        checkVersion(present, target.expected());
        erase(present, edit);
        if (written != null) {
            written.put(target.key(), null);
        }
        return true;
    }

    private void checkVersion(Row present, OptionalLong expected) {
        int position = shape.schema().versionPosition();
        if (expected.isEmpty() || position < 0) {
            return;
        }
        Object version = present.get(position);
        if (!(version instanceof Long found) || found != expected.getAsLong()) {
            throw errors.stale(
                    shape.schema(), shape.key().keyOf(present), expected.getAsLong(), String.valueOf(version));
        }
    }

    private void write(@Nullable Row present, Row row, Edit edit) {
        checkUnique(present, row);
        replace(present, row, edit);
        if (written != null) {
            written.put(shape.key().keyOf(row), row);
        }
    }

    private void checkUnique(@Nullable Row present, Row row) {
        for (int i = 1; i < trees.size(); i++) {
            Index index = shape.index(i);
            TupleOrder order = shape.orders().get(i);
            int columns = index.fields().size();
            if (!index.unique()
                    || order.hasNull(row, columns)
                    || (present != null && order.compare(present, row, columns) == 0)) {
                continue;
            }
            RowTree tree = trees.get(i);
            int rank = tree.rank(Edge.before(order, row, columns));
            if (rank < tree.size() && order.compare(tree.at(rank), row, columns) == 0) {
                throw errors.clash(shape, index, row, tree.at(rank));
            }
        }
    }

    private void replace(@Nullable Row present, Row row, Edit edit) {
        rows = rows.put(row, edit);
        for (int i = 0; i < trees.size(); i++) {
            RowTree tree = trees.get(i);
            if (present != null && tree.order().compare(present, row) != 0) {
                tree = tree.remove(present, edit);
            }
            trees.set(i, tree.put(row, edit));
        }
    }

    private void erase(Row present, Edit edit) {
        rows = rows.remove(present, edit);
        trees.replaceAll(tree -> tree.remove(present, edit));
    }

    /** Applies what another transaction amounted to. Only its end must keep unique indexes, not the way there. */
    void replay(Commit.RowChanges changes, Edit edit) {
        for (Key key : changes.deleted()) {
            Row present = rows.find(key);
            if (present == null) {
                throw errors.missing(shape.schema(), key, "deleted");
            }
            erase(present, edit);
        }
        for (Row row : changes.written()) {
            Row present = rows.findLike(row);
            if (present != null) {
                erase(present, edit);
            }
        }
        changes.written().forEach(row -> insert(row, edit));
    }

    /** Returns what became of the rows, or null if nothing did. */
    Commit.@Nullable RowChanges changes() {
        if (written == null) {
            return null;
        }
        List<Row> present = new ArrayList<>();
        List<Key> deleted = new ArrayList<>();
        written.forEach((key, row) -> {
            if (row != null) {
                present.add(row);
            } else if (before.rows().find(key) != null) {
                deleted.add(key);
            }
        });
        return present.isEmpty() && deleted.isEmpty() ? null : new Commit.RowChanges(shape.schema(), present, deleted);
    }
}
