package org.stowage.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * A plot of a line, as SVG: a bar for each contender, as long as its speed beside the floor's, with the least and the most of the rounds.
 * Speeds lie orders of magnitude apart, so the axis is logarithmic where they do. What is written depends on the figures alone, and on no
 * fonts of this machine.
 */
record Bars(String title, List<Bar> bars) {

    private static final int LABELS = 230;
    private static final int PLOT = 420;
    private static final int VALUES = 80;
    private static final int ROW = 24;
    private static final int TOP = 34;
    private static final double WIDE = 20;

    /** One contender. */
    record Bar(String name, double speed, double least, double most, Kind kind) {}

    /** Whose bar it is. */
    enum Kind {
        FLOOR("#9aa5b1"),
        OURS("#2f6fb0"),
        PEER("#d9a441");

        private final String colour;

        Kind(String colour) {
            this.colour = colour;
        }
    }

    String svg() {
        int height = TOP + bars.size() * ROW + 30;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n",
                LABELS + PLOT + VALUES,
                height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(svg, 10, 20, "start", title);
        for (int i = 0; i < bars.size(); i++) {
            write(svg, bars.get(i), TOP + i * ROW);
        }
        int one = x(1);
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#444\" stroke-dasharray=\"4 3\"/>\n",
                one,
                TOP - 4,
                one,
                height - 26));
        text(svg, one, height - 12, "middle", logarithmic() ? "floor = 1, logarithmic" : "floor = 1");
        return svg.append("</svg>\n").toString();
    }

    private void write(StringBuilder svg, Bar bar, int y) {
        text(svg, LABELS - 8, y + 15, "end", bar.name());
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"16\" fill=\"%s\"/>\n",
                LABELS,
                y + 3,
                Math.max(1, x(bar.speed()) - LABELS),
                bar.kind().colour));
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"black\"/>\n",
                x(bar.least()),
                y + 11,
                x(bar.most()),
                y + 11));
        text(svg, LABELS + PLOT + 8, y + 15, "start", Quantity.times(bar.speed()));
    }

    private int x(double speed) {
        double most = bars.stream().mapToDouble(Bar::most).max().orElse(1);
        if (!logarithmic()) {
            return (int) Math.round(LABELS + PLOT * speed / Math.max(1, most));
        }
        double least = Math.min(0.5, bars.stream().mapToDouble(Bar::least).min().orElse(1)) / 2;
        return (int) Math.round(LABELS + PLOT * Math.log(speed / least) / Math.log(Math.max(1, most) / least));
    }

    private boolean logarithmic() {
        double most = bars.stream().mapToDouble(Bar::speed).max().orElse(1);
        double least = bars.stream().mapToDouble(Bar::speed).min().orElse(1);
        return most / least > WIDE;
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String content) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
                x,
                y,
                anchor,
                content.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
