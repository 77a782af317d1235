package org.stowage.spi.engine;

/**
 * An access path with the ranges that it reads of one table for some arguments.
 *
 * @param path the path
 * @param table what is read
 * @param ranges what of it
 */
record BoundPath(AccessPath path, Table table, RowRanges ranges) {

    RowTree tree() {
        return table.trees().get(path.number());
    }

    /** Returns whether rows come in the order of the query; a single one always does. */
    boolean ordered() {
        return path.match() != null || ranges.rows() <= 1;
    }

    Segments segments() {
        return new Segments(tree(), ranges, path.match());
    }
}
