package org.stowage.benchmarks.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stowage.benchmarks.run.Line;

/**
 * How time grows with rows.
 *
 * @param exponent the slope of the straight line that fits best where both axes are logarithmic: time grows with this power of the rows
 */
record Growth(double exponent) {

    // What does not grow by itself still misses the caches of the processor more often when there is more of it. From
    // ten thousand to ten
    // million, a logarithm grows as the power of 0.08, and misses of caches come on top.
    private static final double CONSTANT = 0.05;
    private static final double LOGARITHMIC = 0.2;
    private static final double LESS_THAN_LINEAR = 0.8;
    private static final double LINEAR = 1.2;

    /** Returns how a line grows, if at least two sizes were measured. */
    static Optional<Growth> of(Line line, Standing standing) {
        int count = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (String rows : line.contenders()) {
            OptionalDouble seconds = standing.median(rows);
            if (seconds.isPresent()) {
                double x = Math.log(Integer.parseInt(rows));
                double y = Math.log(seconds.getAsDouble());
                count++;
                sumX += x;
                sumY += y;
                sumXx += x * x;
                sumXy += x * y;
            }
        }
        return count < 2
                ? Optional.empty()
                : Optional.of(new Growth((count * sumXy - sumX * sumY) / (count * sumXx - sumX * sumX)));
    }

    private String name() {
        if (exponent < CONSTANT) {
            return "constant";
        }
        if (exponent < LOGARITHMIC) {
            return "logarithmic";
        }
        if (exponent < LESS_THAN_LINEAR) {
            return "less than linear";
        }
        return exponent < LINEAR ? "linear" : "more than linear";
    }

    /** Returns the slope's name and its exponent. */
    String shortly() {
        return String.format(Locale.ROOT, "**%s**, rows^%.2f", name(), exponent);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Growth: **%s** (time ~ rows^%.2f).", name(), exponent);
    }
}
