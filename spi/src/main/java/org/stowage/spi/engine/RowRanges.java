package org.stowage.spi.engine;

/** Ranges of ranks in a tree, ascending, none reaching into the next. Immutable. */
final class RowRanges {

    static final RowRanges NONE = new RowRanges(new int[0]);

    private final int[] bounds;
    private final int rows;

    /**
     * Takes over the bounds.
     *
     * @param bounds for each range the rank of the first row and that after the last
     */
    RowRanges(int[] bounds) {
        int sum = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            sum += bounds[i + 1] - bounds[i];
        }
        this.bounds = bounds;
        this.rows = sum;
    }

    /** Returns how many ranges there are. */
    int count() {
        return bounds.length / 2;
    }

    /** Returns the rank of a range's first row. */
    int from(int range) {
        return bounds[2 * range];
    }

    /** Returns the rank after a range's last row. */
    int to(int range) {
        return bounds[2 * range + 1];
    }

    /** Returns how many rows there are in all ranges. */
    int rows() {
        return rows;
    }
}
