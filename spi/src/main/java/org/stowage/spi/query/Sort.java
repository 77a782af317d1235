package org.stowage.spi.query;

/**
 * One level of an order.
 *
 * @param path what is compared, of an ordered type
 * @param descending whether the greater comes first
 * @param nullsFirst whether nulls come before everything else
 * @param ignoreCase whether texts are compared by {@link Expression.Name#FOLD_CASE}
 */
public record Sort(Expression.Path path, boolean descending, boolean nullsFirst, boolean ignoreCase) {

    /** Returns ascending order; null, as the smallest value, comes first. */
    public static Sort ascending(Expression.Path path) {
        return new Sort(path, false, true, false);
    }

    /** Returns descending order; null, as the smallest value, comes last. */
    public static Sort descending(Expression.Path path) {
        return new Sort(path, true, false, false);
    }

    /** Returns the same with texts compared without regard to case. */
    public Sort ignoringCase() {
        return new Sort(path, descending, nullsFirst, true);
    }

    /** Returns the opposite order, nulls included. */
    public Sort reversed() {
        return new Sort(path, !descending, !nullsFirst, ignoreCase);
    }
}
