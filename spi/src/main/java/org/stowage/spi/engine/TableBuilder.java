package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Row;

/** Makes a table from all of its rows at once: trees from the leaves up, after one sort each. */
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
     * Returns the tree of one of the shape's orders.
     *
     * @param rows all rows in any order; sorted afterwards
     */
    RowTree tree(int number, Row[] rows) {
        TupleOrder order = shape.orders().get(number);
        Arrays.sort(rows, order);
        if (number > 0 && shape.index(number).unique()) {
            checkUnique(rows, order, shape.index(number));
        }
        return RowTree.of(order, rows);
    }

    private void checkUnique(Row[] sorted, TupleOrder order, Index index) {
        int columns = index.fields().size();
        for (int i = 1; i < sorted.length; i++) {
            if (order.compare(sorted[i - 1], sorted[i], columns) == 0 && !order.hasNull(sorted[i], columns)) {
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
