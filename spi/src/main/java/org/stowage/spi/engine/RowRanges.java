package org.stowage.spi.engine;

/**
 * Ranges of ranks in a tree, ascending, none reaching into the next.
 *
 * @param bounds for each range the rank of the first row and that after the last
 */
record RowRanges(int[] bounds) {

    static final RowRanges NONE = new RowRanges(new int[0]);

    /** Returns how many rows there are in all ranges. */
    int rows() {
        int rows = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            rows += bounds[i + 1] - bounds[i];
        }
        return rows;
    }
}
