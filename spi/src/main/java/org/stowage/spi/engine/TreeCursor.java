package org.stowage.spi.engine;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/** Reads the rows of a tree from one rank to another, one leaf at a time. For one thread. */
final class TreeCursor {

    private final @Nullable TreeNode root;
    private final boolean backward;
    // Ranks that are still to be read, the first included, the last excluded.
    private int from;
    private int to;
    private @Nullable TreeNode leaf;
    private int entry;

    TreeCursor(@Nullable TreeNode root, int from, int to, boolean backward) {
        this.root = root;
        this.from = from;
        this.to = to;
        this.backward = backward;
    }

    /** Returns the next row, or null after the last. */
    @Nullable Row next() {
        if (from >= to) {
            return null;
        }
        if (leaf == null || entry < 0 || entry >= leaf.count()) {
            seek(backward ? to - 1 : from);
        }
        TreeNode current = leaf;
        if (current == null) {
            return null;
        }
        if (backward) {
            to--;
            return current.row(entry--);
        }
        from++;
        return current.row(entry++);
    }

    private void seek(int rank) {
        TreeNode node = root;
        int rest = rank;
        while (node != null && !node.isLeaf()) {
            int child = 0;
            while (rest >= node.sizeOf(child)) {
                rest -= node.sizeOf(child);
                child++;
            }
            node = node.child(child);
        }
        leaf = node;
        entry = rest;
    }
}
