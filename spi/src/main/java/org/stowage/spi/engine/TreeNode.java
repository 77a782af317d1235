package org.stowage.spi.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/**
 * A node of a {@link RowTree}. A leaf holds rows in order. A branch holds children in order, for each its first row and how many
 * rows there are beneath it.
 *
 * <p>Invariants between operations: a node has at least one entry and fewer than {@link #WIDTH}; {@code rows[i]} is exactly the first
 * row of {@code children[i]}; {@code size} is the sum of {@code sizes}. Writing may leave a node with {@link #WIDTH} entries, which its parent splits
 * at once, or with none, which its parent takes out.
 */
final class TreeNode {

    static final int WIDTH = 32;

    /** A node with fewer entries is put together with a neighbour if both fit well. */
    private static final int SPARSE = WIDTH / 4;

    private static final int COMFORTABLE = WIDTH * 3 / 4;

    /** Where a node is split that grew at its end: rows that come in order fill their nodes. */
    private static final int ASCENDING_SPLIT = WIDTH * 7 / 8;

    private final Edit edit;
    private final Row[] rows;
    private final TreeNode @Nullable [] children;
    private final int[] sizes;
    private int count;
    private int size;

    private TreeNode(Edit edit, boolean leaf) {
        this.edit = edit;
        this.rows = new Row[WIDTH];
        this.children = leaf ? null : new TreeNode[WIDTH];
        this.sizes = leaf ? NO_SIZES : new int[WIDTH];
    }

    private static final int[] NO_SIZES = {};

    /** Returns an empty leaf, to be filled at once. */
    static TreeNode leaf(Edit edit) {
        return new TreeNode(edit, true);
    }

    /** Returns a branch without children, to be filled at once. */
    static TreeNode branch(Edit edit) {
        return new TreeNode(edit, false);
    }

    /** Returns the number of rows here and beneath. */
    int size() {
        return size;
    }

    /** Returns the number of entries. */
    int count() {
        return count;
    }

    boolean isLeaf() {
        return children == null;
    }

    boolean isFull() {
        return count == WIDTH;
    }

    Row row(int entry) {
        return rows[entry];
    }

    TreeNode child(int entry) {
        return Objects.requireNonNull(children)[entry];
    }

    /** Returns how many rows are beneath a child. */
    int sizeOf(int entry) {
        return sizes[entry];
    }

    /** Adds a row at the end of a leaf that is being made. */
    void append(Row row) {
        insert(count, row);
    }

    /** Adds a child at the end of a branch that is being made. */
    void append(TreeNode child) {
        insert(count, child);
    }

    /** Returns how many rows are beneath the children before one. */
    int rowsBefore(int entry) {
        int rows = 0;
        for (int i = 0; i < entry; i++) {
            rows += sizes[i];
        }
        return rows;
    }

    /** Returns how many entries stand before a place; beneath a branch, that is in or just behind the last of them. */
    int entriesBefore(Edge edge, TupleOrder order) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.isBefore(rows[middle], edge)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Puts a row in, in place of an equal one if there is one. Returns the node that holds it, which may be full. */
    @SuppressWarnings("ReferenceEquality") // Only the row itself tells that it went to the end.
    TreeNode put(Row row, TupleOrder order, Edit writer) {
        TreeNode node = editable(writer);
        int found = node.search(row, order);
        if (node.isLeaf()) {
            if (found >= 0) {
                node.rows[found] = row;
            } else {
                node.insert(-found - 1, row);
            }
            return node;
        }
        int entry = childFor(found);
        TreeNode child = node.child(entry).put(row, order, writer);
        node.set(entry, child);
        if (child.isFull()) {
            TreeNode rest = child.split(child.last() == row ? ASCENDING_SPLIT : WIDTH / 2, writer);
            node.set(entry, child);
            node.insert(entry + 1, rest);
        }
        return node;
    }

    /** Takes out the row that is equal to a given one; it must be there. Returns the node without it, which may be empty. */
    TreeNode remove(Row row, TupleOrder order, Edit writer) {
        TreeNode node = editable(writer);
        int found = node.search(row, order);
        if (node.isLeaf()) {
            if (found < 0) {
                throw new IllegalStateException("row " + row + " is missing from an index");
            }
            node.delete(found);
            return node;
        }
        int entry = childFor(found);
        TreeNode child = node.child(entry).remove(row, order, writer);
        if (child.count == 0) {
            node.delete(entry);
        } else {
            node.set(entry, child);
            node.joinSparse(entry, writer);
        }
        return node;
    }

    /** Moves the entries from one on to a new node, and returns that. */
    TreeNode split(int at, Edit writer) {
        TreeNode rest = new TreeNode(writer, isLeaf());
        move(at, rest);
        return rest;
    }

    /** Returns the last row beneath. */
    Row last() {
        return isLeaf() ? rows[count - 1] : child(count - 1).last();
    }

    private static int childFor(int found) {
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private int search(Row row, TupleOrder order) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int comparison = order.compare(rows[middle], row);
            if (comparison == 0) {
                return middle;
            } else if (comparison < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private void joinSparse(int entry, Edit writer) {
        if (child(entry).count >= SPARSE || count == 1) {
            return;
        }
        int left = entry == 0 ? 0 : entry - 1;
        if (child(left).count + child(left + 1).count > COMFORTABLE) {
            return;
        }
        TreeNode joined = child(left).editable(writer);
        TreeNode right = child(left + 1);
        for (int i = 0; i < right.count; i++) {
            if (right.isLeaf()) {
                joined.append(right.rows[i]);
            } else {
                joined.append(right.child(i));
            }
        }
        set(left, joined);
        delete(left + 1);
    }

    private TreeNode editable(Edit writer) {
        if (edit == writer) {
            return this;
        }
        TreeNode copy = new TreeNode(writer, isLeaf());
        System.arraycopy(rows, 0, copy.rows, 0, count);
        if (children != null && copy.children != null) {
            System.arraycopy(children, 0, copy.children, 0, count);
            System.arraycopy(sizes, 0, copy.sizes, 0, count);
        }
        copy.count = count;
        copy.size = size;
        return copy;
    }

    private void set(int entry, TreeNode child) {
        TreeNode[] array = Objects.requireNonNull(children);
        rows[entry] = child.rows[0];
        array[entry] = child;
        size += child.size - sizes[entry];
        sizes[entry] = child.size;
    }

    private void insert(int entry, Row row) {
        System.arraycopy(rows, entry, rows, entry + 1, count - entry);
        rows[entry] = row;
        count++;
        size++;
    }

    private void insert(int entry, TreeNode child) {
        TreeNode[] array = Objects.requireNonNull(children);
        System.arraycopy(rows, entry, rows, entry + 1, count - entry);
        System.arraycopy(array, entry, array, entry + 1, count - entry);
        System.arraycopy(sizes, entry, sizes, entry + 1, count - entry);
        rows[entry] = child.rows[0];
        array[entry] = child;
        sizes[entry] = child.size;
        count++;
        size += child.size;
    }

    @SuppressWarnings("NullAway") // What is beyond count is never read; it is cleared so that rows can be collected.
    private void delete(int entry) {
        count--;
        size -= children == null ? 1 : sizes[entry];
        System.arraycopy(rows, entry + 1, rows, entry, count - entry);
        rows[count] = null;
        if (children != null) {
            System.arraycopy(children, entry + 1, children, entry, count - entry);
            children[count] = null;
            System.arraycopy(sizes, entry + 1, sizes, entry, count - entry);
        }
    }

    @SuppressWarnings("NullAway") // As in delete.
    private void move(int from, TreeNode to) {
        int moved = count - from;
        System.arraycopy(rows, from, to.rows, 0, moved);
        for (int i = from; i < count; i++) {
            rows[i] = null;
        }
        int movedSize = moved;
        if (children != null && to.children != null) {
            System.arraycopy(children, from, to.children, 0, moved);
            System.arraycopy(sizes, from, to.sizes, 0, moved);
            movedSize = 0;
            for (int i = from; i < count; i++) {
                movedSize += sizes[i];
                children[i] = null;
            }
        }
        to.count = moved;
        to.size = movedSize;
        count = from;
        size -= movedSize;
    }
}
