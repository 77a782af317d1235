package org.stowage.spi.engine;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * Rows by key, found by hash: a trie over six bits of the hash a level, whose nodes hold only what is there.
 *
 * <p>Persistent as {@link RowTree} is: nodes of the same {@link Edit} are changed in place, others are copied. Keys with equal hashes stand
 * in a {@link TrieClash}, in order, so that many of them (somebody may choose them so) cost a binary search and not a walk.
 */
final class RowTrie {

    private final KeyFields key;
    private final @Nullable TrieNode root;

    private RowTrie(KeyFields key, @Nullable TrieNode root) {
        this.key = key;
        this.root = root;
    }

    static RowTrie empty(KeyFields key) {
        return new RowTrie(key, null);
    }

    /** Returns the trie of some rows, no two of which have the same key. */
    static RowTrie of(KeyFields key, Row[] rows) {
        Edit edit = new Edit();
        RowTrie trie = empty(key);
        for (Row row : rows) {
            trie = trie.put(row, edit);
        }
        return trie;
    }

    /** Returns the same rows, whose key fields stand where another shape says. */
    RowTrie with(KeyFields other) {
        return new RowTrie(other, root);
    }

    /** Returns the row with a key, or null. */
    @Nullable Row find(Key wanted) {
        Object slot = root;
        int hash = key.hash(wanted);
        int rest = hash;
        while (slot instanceof TrieNode node) {
            slot = node.slot(rest);
            rest >>>= TrieNode.BITS;
        }
        if (slot instanceof Row row) {
            return key.matches(row, wanted) ? row : null;
        }
        return slot instanceof TrieClash clash ? clash.find(wanted, key) : null;
    }

    /** Returns the row with the key of another, or null. */
    @Nullable Row findLike(Row like) {
        Object slot = root;
        int rest = key.hash(like);
        while (slot instanceof TrieNode node) {
            slot = node.slot(rest);
            rest >>>= TrieNode.BITS;
        }
        if (slot instanceof Row row) {
            return key.same(row, like) ? row : null;
        }
        return slot instanceof TrieClash clash ? clash.findLike(like, key) : null;
    }

    /** Returns the trie with a row, in place of the one with the same key if there is one. */
    RowTrie put(Row row, Edit edit) {
        TrieNode start = root == null ? TrieNode.empty(edit) : root;
        return with(start.put(row, key.hash(row), 0, key, edit));
    }

    /** Returns the trie without the row with the key of another, which must be there. */
    RowTrie remove(Row row, Edit edit) {
        if (root == null) {
            throw new IllegalStateException("row " + row + " is missing from the keys");
        }
        return with(root.remove(row, key.hash(row), 0, key, edit));
    }

    private RowTrie with(TrieNode changed) {
        return changed == root ? this : new RowTrie(key, changed);
    }
}
