package org.stowage.spi.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** Two or more rows whose keys have the same hash, in the order of the keys. Immutable. */
final class TrieClash {

    private final Row[] rows;

    private TrieClash(Row[] rows) {
        this.rows = rows;
    }

    static TrieClash of(Row first, Row second, TupleOrder order) {
        return new TrieClash(order.compare(first, second) < 0 ? new Row[] {first, second} : new Row[] {second, first});
    }

    @Nullable Row find(Key wanted, KeyFields key) {
        TupleOrder order = key.order();
        @Nullable Object[] values = new @Nullable Object[wanted.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = wanted.get(i);
        }
        Edge edge = new Edge(values, values.length, false, false);
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.isBefore(rows[middle], edge)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < rows.length && key.matches(rows[low], wanted) ? rows[low] : null;
    }

    @Nullable Row findLike(Row like, KeyFields key) {
        int found = search(like, key.order());
        return found < 0 ? null : rows[found];
    }

    TrieClash put(Row row, TupleOrder order) {
        int found = search(row, order);
        if (found >= 0) {
            Row[] copy = rows.clone();
            copy[found] = row;
            return new TrieClash(copy);
        }
        int place = -found - 1;
        Row[] more = new Row[rows.length + 1];
        System.arraycopy(rows, 0, more, 0, place);
        more[place] = row;
        System.arraycopy(rows, place, more, place + 1, rows.length - place);
        return new TrieClash(more);
    }

    /** Returns what is left: another clash, or the other row. */
    Object remove(Row row, TupleOrder order) {
        int found = search(row, order);
        if (found < 0) {
            throw new IllegalStateException("row " + row + " is missing from the keys");
        }
        if (rows.length == 2) {
            return rows[1 - found];
        }
        Row[] fewer = new Row[rows.length - 1];
        System.arraycopy(rows, 0, fewer, 0, found);
        System.arraycopy(rows, found + 1, fewer, found, fewer.length - found);
        return new TrieClash(fewer);
    }

    private int search(Row row, TupleOrder order) {
        return Arrays.binarySearch(rows, row, order);
    }
}
