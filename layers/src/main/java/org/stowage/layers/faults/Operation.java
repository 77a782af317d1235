package org.stowage.layers.faults;

/** What a store does. */
public enum Operation {
    /** A transaction begins. */
    BEGIN,
    /** A row is looked up by its key. */
    GET,
    /** A scan begins. */
    SCAN,
    /** A scan gives its next row. */
    NEXT,
    /** Rows are counted. */
    COUNT,
    /** A batch is written. */
    APPLY,
    /** A transaction that writes is committed. */
    COMMIT,
    /** Shapes are changed. */
    EVOLVE
}
