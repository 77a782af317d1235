package org.stowage.internal.jdql;

/** A part of a condition or of a calculation, as it was written. */
sealed interface Node permits Term, Test {

    /** Returns where it begins in the text. */
    int at();
}
