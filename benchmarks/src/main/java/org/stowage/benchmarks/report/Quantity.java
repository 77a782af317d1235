package org.stowage.benchmarks.report;

import java.util.Locale;

/** Figures as one reads them. */
final class Quantity {

    private Quantity() {}

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

    /** Returns three digits, or all before the point. */
    static String times(double ratio) {
        if (!Double.isFinite(ratio)) {
            return "–";
        }
        return ratio >= 10
                ? format("%.0f", ratio)
                : ratio < 0.01 && ratio > 0 ? format("%.4f", ratio) : format("%.2f", ratio);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
