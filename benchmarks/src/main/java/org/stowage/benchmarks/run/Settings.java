package org.stowage.benchmarks.run;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * How it is measured.
 *
 * @param rounds how often everybody takes a turn
 * @param turnMillis how long a turn is, if an operation is not longer
 * @param warmupSeconds after how long nobody warms up any more
 * @param rows how many rows at most, if not those of the plan
 * @param stores the folder where stores are made
 * @param results the folder where results are kept
 */
record Settings(int rounds, int turnMillis, int warmupSeconds, OptionalInt rows, Path stores, Path results) {

    /** Returns the rows of a line, or fewer. */
    int rows(int planned) {
        return Math.min(planned, rows.orElse(planned));
    }
}
