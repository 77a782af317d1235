package org.stowage.query;

/** What a statement does. */
public enum StatementKind {
    /** Finds rows. */
    ROWS,
    /** Counts rows: the result is one row with their number. */
    COUNT,
    /** Changes rows: the result is one row with how many were concerned. */
    UPDATE,
    /** Removes rows: the result is one row with how many there were. */
    DELETE;

    /** Returns whether it writes, and so needs a read-write transaction. */
    public boolean writes() {
        return this == UPDATE || this == DELETE;
    }
}
