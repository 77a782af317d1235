package org.stowage.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.stowage.benchmarks.run.Clock;

/** Figures as one reads them. */
final class Quantity {

    private Quantity() {}

    /** Returns how what a clock counts is written. */
    static DoubleFunction<String> of(Clock clock) {
        return switch (clock) {
            case PROCESSOR, WALL -> Quantity::seconds;
            case BYTES -> Quantity::bytes;
            case FLUSHES -> Quantity::times;
        };
    }

    static String seconds(double seconds) {
        if (seconds >= 1) {
            return format("%.2f s", seconds);
        }
        if (seconds >= 1e-3) {
            return format("%.2f ms", seconds * 1e3);
        }
        return seconds >= 1e-6 ? format("%.2f µs", seconds * 1e6) : format("%.0f ns", seconds * 1e9);
    }

    static String bytes(double bytes) {
        return bytes >= 1e6 ? format("%.1f MB", bytes / 1e6) : format("%.0f B", bytes);
    }

    /** Returns two digits behind the point, none of large ratios, and of small ones the first two that are not zero. */
    static String times(double ratio) {
        if (!Double.isFinite(ratio)) {
            return "–";
        }
        if (ratio > 0 && ratio < 0.01) {
            return new BigDecimal(ratio).round(new MathContext(2)).toPlainString();
        }
        return ratio >= 10 ? format("%.0f", ratio) : format("%.2f", ratio);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
