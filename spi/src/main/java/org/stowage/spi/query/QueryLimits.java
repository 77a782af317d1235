package org.stowage.spi.query;

/** How large a query may be, on every provider (section 2 of the semantic contract). */
public final class QueryLimits {

    /** The most nodes of a condition with its expressions. */
    public static final int NODES = 500;

    /** The deepest nesting. */
    public static final int DEPTH = 64;

    /** The most options of an {@code in}, elements of list arguments included. */
    public static final int OPTIONS = 10_000;

    /** The longest pattern, in code points. */
    public static final int PATTERN = 1_000;

    private QueryLimits() {}
}
