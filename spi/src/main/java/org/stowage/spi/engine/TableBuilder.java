package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Row;

/** Makes a table from all of its rows at once: trees from the leaves up, after one sort by each column. */
final class TableBuilder {

    private final TableShape shape;
    private final RowErrors errors;

    TableBuilder(TableShape shape, RowErrors errors) {
        this.shape = shape;
        this.errors = errors;
    }

    /**
     * Returns the table.
     *
     * @param rows all rows in any order; sorted by key afterwards
     */
    Table build(Row[] rows) {
        List<RowTree> trees = new ArrayList<>();
        trees.add(byKey(rows));
        for (int i = 1; i < shape.orders().size(); i++) {
            trees.add(tree(i, rows.clone()));
        }
        return new Table(shape, RowTrie.of(shape.key(), rows), List.copyOf(trees));
    }

    private RowTree byKey(Row[] rows) {
        TupleOrder order = shape.orders().get(0);
        if (!isAscending(rows, order)) {
            Arrays.sort(rows, order);
            for (int i = 1; i < rows.length; i++) {
                if (order.compare(rows[i - 1], rows[i]) == 0) {
                    throw errors.exists(shape.schema(), shape.key().keyOf(rows[i]));
                }
            }
        }
        return RowTree.of(order, rows);
    }

    /**
     * Returns the tree of one of the shape's indexes.
     *
     * @param number which of the orders, not the key's
     * @param rows all rows in the order of their keys; sorted afterwards as the index has them
     */
    RowTree tree(int number, Row[] rows) {
        TupleOrder order = shape.orders().get(number);
        Index index = shape.index(number);
        long[] starts = {};
        // Each sort leaves equal rows as they stood: in the order of the columns that were sorted before it, and of the
        // key.
        for (int column = index.fields().size() - 1; column >= 0; column--) {
            starts = ColumnSort.sort(rows, order, column);
        }
        if (index.unique()) {
            checkUnique(rows, starts, order, index);
        }
        return RowTree.of(order, rows);
    }

    private void checkUnique(Row[] sorted, long[] starts, TupleOrder order, Index index) {
        int columns = index.fields().size();
        for (int i = 1; i < sorted.length; i++) {
            if (starts[i] == starts[i - 1]
                    && order.compare(sorted[i - 1], sorted[i], columns) == 0
                    && !order.hasNull(sorted[i], columns)) {
                throw errors.clash(shape, index, sorted[i], sorted[i - 1]);
            }
        }
    }

    private static boolean isAscending(Row[] rows, TupleOrder order) {
        for (int i = 1; i < rows.length; i++) {
            if (order.compare(rows[i - 1], rows[i]) >= 0) {
                return false;
            }
        }
        return true;
    }
}
