package org.stowage.benchmarks.run;

import java.util.List;

/**
 * How everybody did on a line, all in one run.
 *
 * @param line the name of the line
 * @param ended when, in UTC, as ISO 8601 writes it
 * @param seconds how long it took to measure all
 * @param machine where and how
 * @param figures in the order of the contenders
 */
public record Measured(String line, String ended, long seconds, Machine machine, List<Figure> figures) {

    /** Copies the figures. */
    public Measured {
        figures = List.copyOf(figures);
    }
}
