package org.stowage.spi.engine;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;

/**
 * A node of a {@link RowTrie}: up to 64 slots, of which those that are used are stored, in order, and marked in a bitmap. A slot holds a
 * {@link Row}, a {@code TrieNode} for the next bits of the hash, or, after the last bits, a {@link TrieClash}.
 */
final class TrieNode {

    static final int BITS = 6;

    private static final int MASK = (1 << BITS) - 1;

    private final Edit edit;
    private long bitmap;
    private Object[] slots;

    private TrieNode(Edit edit, long bitmap, Object[] slots) {
        this.edit = edit;
        this.bitmap = bitmap;
        this.slots = slots;
    }

    static TrieNode empty(Edit edit) {
        return new TrieNode(edit, 0, new Object[0]);
    }

    /** Returns what is stored for the lowest bits of what is left of a hash, or null. */
    @Nullable Object slot(int rest) {
        long bit = 1L << (rest & MASK);
        return (bitmap & bit) == 0 ? null : slots[place(bit)];
    }

    TrieNode put(Row row, int hash, int shift, KeyFields key, Edit writer) {
        long bit = 1L << ((hash >>> shift) & MASK);
        int place = place(bit);
        if ((bitmap & bit) == 0) {
            return inserted(bit, place, row, writer);
        }
        return replaced(place, put(slots[place], row, hash, shift + BITS, key, writer), writer);
    }

    private static Object put(Object slot, Row row, int hash, int shift, KeyFields key, Edit writer) {
        if (slot instanceof TrieNode node) {
            return node.put(row, hash, shift, key, writer);
        }
        if (slot instanceof TrieClash clash) {
            return clash.put(row, key.order());
        }
        Row present = (Row) slot;
        if (key.same(present, row)) {
            return row;
        }
        if (shift >= Integer.SIZE) {
            return TrieClash.of(present, row, key.order());
        }
        return empty(writer).put(present, key.hash(present), shift, key, writer).put(row, hash, shift, key, writer);
    }

    /** Returns the node without a row. It may be left with one slot, which its parent then takes over if it holds a row. */
    TrieNode remove(Row row, int hash, int shift, KeyFields key, Edit writer) {
        long bit = 1L << ((hash >>> shift) & MASK);
        int place = place(bit);
        if ((bitmap & bit) == 0) {
            throw new IllegalStateException("row " + row + " is missing from the keys");
        }
        Object slot = slots[place];
        if (slot instanceof TrieNode node) {
            TrieNode rest = node.remove(row, hash, shift + BITS, key, writer);
            boolean lone = rest.slots.length == 1 && rest.slots[0] instanceof Row;
            return replaced(place, lone ? rest.slots[0] : rest, writer);
        }
        if (slot instanceof TrieClash clash) {
            return replaced(place, clash.remove(row, key.order()), writer);
        }
        return deleted(bit, place, writer);
    }

    private int place(long bit) {
        return Long.bitCount(bitmap & (bit - 1));
    }

    @SuppressWarnings("ReferenceEquality") // A node that was changed in place is the same.
    private TrieNode replaced(int place, Object slot, Edit writer) {
        if (slots[place] == slot) {
            return this;
        }
        if (edit == writer) {
            slots[place] = slot;
            return this;
        }
        Object[] copy = slots.clone();
        copy[place] = slot;
        return new TrieNode(writer, bitmap, copy);
    }

    private TrieNode inserted(long bit, int place, Object slot, Edit writer) {
        Object[] more = new Object[slots.length + 1];
        System.arraycopy(slots, 0, more, 0, place);
        more[place] = slot;
        System.arraycopy(slots, place, more, place + 1, slots.length - place);
        return with(bitmap | bit, more, writer);
    }

    private TrieNode deleted(long bit, int place, Edit writer) {
        Object[] fewer = new Object[slots.length - 1];
        System.arraycopy(slots, 0, fewer, 0, place);
        System.arraycopy(slots, place + 1, fewer, place, fewer.length - place);
        return with(bitmap & ~bit, fewer, writer);
    }

    private TrieNode with(long changedBitmap, Object[] changedSlots, Edit writer) {
        if (edit != writer) {
            return new TrieNode(writer, changedBitmap, changedSlots);
        }
        bitmap = changedBitmap;
        slots = changedSlots;
        return this;
    }
}
