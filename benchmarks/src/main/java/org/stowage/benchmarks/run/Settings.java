package org.stowage.benchmarks.run;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * How it is measured.
 *
 * @param rounds how often everybody takes a turn
 * @param turnMillis how long a turn is, if an operation is not longer, and it is not waited for something
 * @param warmupSeconds after how long nobody warms up any more
 * @param rows how many rows at most, if not those of the plan
 * @param root the folder of the sources
 * @param stores the folder where stores are made
 * @param results the folder where results are kept
 */
record Settings(int rounds, int turnMillis, int warmupSeconds, OptionalInt rows, Path root, Path stores, Path results) {

    /** How much longer turns are where it is waited. */
    private static final int WAITING = 5;

    /** Returns the rounds of a line, of which those that take long have fewer. */
    int rounds(Line line) {
        return Math.min(rounds, line.rounds());
    }

    /** Returns the milliseconds of a turn: more where it is waited for the disk, whose pace is another one from second to second. */
    int turnMillis(Line line) {
        return line.clock() == Clock.WALL ? turnMillis * WAITING : turnMillis;
    }

    /** Returns the rows of a line, or fewer. */
    int rows(int planned) {
        return Math.min(planned, rows.orElse(planned));
    }
}
