package org.stowage.spi.engine;

import java.util.Arrays;
import org.stowage.spi.value.Row;

/**
 * Sorts rows by one column and leaves rows with equal values as they stood to each other.
 *
 * <p>What takes the time in sorting many rows is the way from each of them to its value in memory, at every comparison. So that way is
 * gone once, for a number that the value begins with ({@link ColumnStarts}), and it is these that are sorted. Only rows with equal numbers are
 * compared.
 */
final class ColumnSort {

    private static final int BYTES = Long.BYTES;
    private static final int VALUES = 1 << Byte.SIZE;

    private ColumnSort() {}

    /** Sorts, and returns numbers in the new order: values that differ in them differ. */
    static long[] sort(Row[] rows, TupleOrder order, int column) {
        ColumnStarts starts = ColumnStarts.of(rows, order.position(column), order.type(column));
        int[] places = places(starts.numbers());
        Row[] before = rows.clone();
        long[] numbers = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = before[places[i]];
            numbers[i] = starts.numbers()[places[i]];
        }
        if (!starts.whole()) {
            compareEqual(numbers, rows, order, column);
        }
        return numbers;
    }

    /** Returns where the numbers stand, from the smallest to the largest, unsigned: sorted by each of their bytes, the last first. */
    private static int[] places(long[] numbers) {
        int[] places = new int[numbers.length];
        Arrays.setAll(places, i -> i);
        int[][] counts = counts(numbers);
        int[] next = new int[numbers.length];
        for (int place = 0; place < BYTES; place++) {
            int[] ends = counts[place];
            if (numbers.length == 0 || ends[byteOf(numbers[0], place)] == numbers.length) {
                continue;
            }
            int start = 0;
            for (int value = 0; value < VALUES; value++) {
                int count = ends[value];
                ends[value] = start;
                start += count;
            }
            for (int from : places) {
                next[ends[byteOf(numbers[from], place)]++] = from;
            }
            int[] sorted = next;
            next = places;
            places = sorted;
        }
        return places;
    }

    private static int[][] counts(long[] numbers) {
        int[][] counts = new int[BYTES][VALUES];
        for (long number : numbers) {
            for (int place = 0; place < BYTES; place++) {
                counts[place][byteOf(number, place)]++;
            }
        }
        return counts;
    }

    private static int byteOf(long number, int place) {
        return (int) (number >>> (place * Byte.SIZE)) & (VALUES - 1);
    }

    private static void compareEqual(long[] numbers, Row[] rows, TupleOrder order, int column) {
        int from = 0;
        for (int i = 1; i <= rows.length; i++) {
            if (i == rows.length || numbers[i] != numbers[from]) {
                if (i - from > 1) {
                    Arrays.sort(rows, from, i, (first, second) -> order.compareColumn(column, first, second));
                }
                from = i;
            }
        }
    }
}
