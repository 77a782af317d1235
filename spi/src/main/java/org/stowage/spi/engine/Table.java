package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * One state of an entity: its rows by key, and in each of its orders. All structures refer to the same row objects. Immutable.
 *
 * @param shape its schema and orders
 * @param rows the rows by key
 * @param trees the rows in each order of the shape
 */
record Table(TableShape shape, RowTrie rows, List<RowTree> trees) {

    static Table empty(TableShape shape) {
        return new Table(
                shape,
                RowTrie.empty(shape.key()),
                shape.orders().stream().map(RowTree::empty).toList());
    }

    EntitySchema schema() {
        return shape.schema();
    }

    int size() {
        return byKey().size();
    }

    /** Returns the rows in the order of their keys. */
    RowTree byKey() {
        return trees.get(0);
    }

    Optional<Row> get(Key key) {
        return Optional.ofNullable(rows.find(key));
    }

    /**
     * Opens a scan.
     *
     * @param request what is asked
     * @param check throws once the transaction or the store is closed
     */
    Scan scan(ScanRequest request, Runnable check) {
        return new TableScan(shape.plans().plan(request.query()).chooseToRead(this, request), request, check);
    }

    /** Returns how a scan would be done. */
    ScanPlan explain(ScanRequest request) {
        BoundPath plan = shape.plans().plan(request.query()).choose(this, request);
        return new ScanPlan(PlanText.steps(plan, request), Condition.ALWAYS, plan.ordered(), plan.ordered());
    }

    /** Returns how many rows a scan would give, if that can be told without reading any. */
    OptionalLong count(ScanRequest request) {
        return shape.plans().plan(request.query()).count(this, request);
    }

    /**
     * Returns the same rows under another schema. What the schemas have in common is taken over, the rest is made anew.
     *
     * @param after the other schema
     * @param rewriting makes a row of the other schema from one of this; null if rows stay as they are
     * @param errors how a clash in a new unique index is told
     */
    Table reshaped(EntitySchema after, @Nullable UnaryOperator<Row> rewriting, RowErrors errors) {
        TableShape shapeAfter = new TableShape(after);
        if (rewriting != null || !shapeAfter.orders().get(0).equals(byKey().order())) {
            Row[] all = allRows();
            if (rewriting != null) {
                Arrays.setAll(all, i -> rewriting.apply(all[i]));
            }
            return new TableBuilder(shapeAfter, errors).build(all);
        }
        TableBuilder builder = new TableBuilder(shapeAfter, errors);
        List<RowTree> treesAfter = new ArrayList<>();
        for (int i = 0; i < shapeAfter.orders().size(); i++) {
            RowTree kept = treeOf(shapeAfter.orders().get(i));
            boolean checked = i == 0
                    || !shapeAfter.index(i).unique()
                    || schema().indexes().stream().anyMatch(shapeAfter.index(i)::equals);
            treesAfter.add(kept != null && checked ? kept : builder.tree(i, allRows()));
        }
        return new Table(shapeAfter, rows.with(shapeAfter.key()), List.copyOf(treesAfter));
    }

    private @Nullable RowTree treeOf(TupleOrder order) {
        for (RowTree tree : trees) {
            if (tree.order().equals(order)) {
                return tree;
            }
        }
        return null;
    }

    private Row[] allRows() {
        Row[] all = new Row[size()];
        TreeCursor cursor = byKey().cursor(0, all.length, false);
        int count = 0;
        for (Row row = cursor.next(); row != null; row = cursor.next()) {
            all[count++] = row;
        }
        return all;
    }
}
