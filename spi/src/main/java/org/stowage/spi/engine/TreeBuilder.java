package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/** Makes the nodes of a tree from rows in order, level by level, without comparing any. */
final class TreeBuilder {

    // A little room, so that the first rows to come do not split every node.
    private static final int FILL = TreeNode.WIDTH * 7 / 8;

    private TreeBuilder() {}

    static @Nullable TreeNode build(Row[] sorted) {
        if (sorted.length == 0) {
            return null;
        }
        Edit edit = new Edit();
        List<TreeNode> level = leaves(sorted, edit);
        while (level.size() > 1) {
            level = parents(level, edit);
        }
        return level.get(0);
    }

    private static List<TreeNode> leaves(Row[] sorted, Edit edit) {
        List<TreeNode> leaves = new ArrayList<>(sorted.length / FILL + 1);
        for (int from = 0; from < sorted.length; from += FILL) {
            TreeNode leaf = TreeNode.leaf(edit);
            for (int i = from; i < Math.min(from + FILL, sorted.length); i++) {
                leaf.append(sorted[i]);
            }
            leaves.add(leaf);
        }
        return leaves;
    }

    private static List<TreeNode> parents(List<TreeNode> children, Edit edit) {
        List<TreeNode> parents = new ArrayList<>(children.size() / FILL + 1);
        for (int from = 0; from < children.size(); from += FILL) {
            TreeNode parent = TreeNode.branch(edit);
            children.subList(from, Math.min(from + FILL, children.size())).forEach(parent::append);
            parents.add(parent);
        }
        return parents;
    }
}
