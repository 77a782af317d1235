package org.stowage.spi.engine;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/**
 * Rows in an order, as a B+ tree that knows the size of each subtree: every row has a rank, from 0, and ranks and places are found
 * from each other in logarithmic time. So a range of rows is a pair of ranks, counted without being read.
 *
 * <p>Persistent: {@link #put} and {@link #remove} return another tree and leave this one as it is, except for nodes that the same {@link Edit}
 * made.
 */
final class RowTree {

    private final TupleOrder order;
    private final @Nullable TreeNode root;

    private RowTree(TupleOrder order, @Nullable TreeNode root) {
        this.order = order;
        this.root = root;
    }

    static RowTree empty(TupleOrder order) {
        return new RowTree(order, null);
    }

    /** Returns the tree of rows that are in order, none equal to another. */
    static RowTree of(TupleOrder order, Row[] sorted) {
        return new RowTree(order, TreeBuilder.build(sorted));
    }

    TupleOrder order() {
        return order;
    }

    int size() {
        return root == null ? 0 : root.size();
    }

    /** Returns how many rows stand before a place. */
    int rank(Edge edge) {
        TreeNode node = root;
        int passed = 0;
        while (node != null) {
            int before = node.entriesBefore(edge, order);
            if (node.isLeaf()) {
                return passed + before;
            }
            if (before == 0) {
                return passed;
            }
            passed += node.rowsBefore(before - 1);
            node = node.child(before - 1);
        }
        return passed;
    }

    /**
     * Returns how many rows stand before each of two places, the second not before the first.
     *
     * @param most how many rows between them are of interest; if there are more, the second place is taken to be behind so many
     */
    int[] ranks(Edge first, Edge second, long most) {
        int from = rank(first);
        // To find the end of many rows takes longer than to see that it is not among the few that are wanted.
        boolean many = most < size() - from && order.isBefore(at(from + (int) most), second);
        return new int[] {from, many ? from + (int) most : rank(second)};
    }

    /** Returns the row of a rank, which must be below the size. */
    Row at(int rank) {
        TreeNode node = root;
        int rest = rank;
        while (node != null && !node.isLeaf()) {
            int entry = 0;
            while (rest >= node.sizeOf(entry)) {
                rest -= node.sizeOf(entry);
                entry++;
            }
            node = node.child(entry);
        }
        if (node == null) {
            throw new IndexOutOfBoundsException(rank);
        }
        return node.row(rest);
    }

    /** Returns the rows from one rank to another, that excluded. */
    TreeCursor cursor(int from, int to, boolean backward) {
        return new TreeCursor(root, from, to, backward);
    }

    /** Returns the tree with a row, in place of an equal one if there is one. */
    RowTree put(Row row, Edit edit) {
        if (root == null) {
            TreeNode leaf = TreeNode.leaf(edit);
            leaf.append(row);
            return new RowTree(order, leaf);
        }
        TreeNode changed = root.put(row, order, edit);
        if (changed.isFull()) {
            TreeNode parent = TreeNode.branch(edit);
            TreeNode rest = changed.split(TreeNode.WIDTH / 2, edit);
            parent.append(changed);
            parent.append(rest);
            changed = parent;
        }
        return with(changed);
    }

    /** Returns the tree without the row that is equal to a given one; it must be there. */
    RowTree remove(Row row, Edit edit) {
        if (root == null) {
            throw new IllegalStateException("row " + row + " is missing from an index");
        }
        TreeNode changed = root.remove(row, order, edit);
        while (!changed.isLeaf() && changed.count() == 1) {
            changed = changed.child(0);
        }
        return changed.count() == 0 ? empty(order) : with(changed);
    }

    private RowTree with(TreeNode changed) {
        return changed == root ? this : new RowTree(order, changed);
    }
}
