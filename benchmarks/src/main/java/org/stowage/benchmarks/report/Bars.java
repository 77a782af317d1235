package org.stowage.benchmarks.report;

import java.util.List;

/**
 * A plot of a line, as SVG: a bar for each contender, as long as its speed beside the floor's, with the least and the most of the rounds.
 * The axis is logarithmic where speeds lie orders of magnitude apart.
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
        Svg svg = new Svg(LABELS + PLOT + VALUES, height);
        svg.text(10, 20, "start", title);
        for (int i = 0; i < bars.size(); i++) {
            write(svg, bars.get(i), TOP + i * ROW);
        }
        svg.dashes(x(1), TOP - 4, x(1), height - 26);
        svg.text(x(1), height - 12, "middle", logarithmic() ? "floor = 1, logarithmic" : "floor = 1");
        return svg.toString();
    }

    private void write(Svg svg, Bar bar, int y) {
        svg.text(LABELS - 8, y + 15, "end", bar.name());
        svg.bar(LABELS, y + 3, Math.max(1, x(bar.speed()) - LABELS), 16, bar.kind().colour);
        svg.line(x(bar.least()), y + 11, x(bar.most()), y + 11, "black");
        svg.text(LABELS + PLOT + 8, y + 15, "start", Quantity.times(bar.speed()));
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
}
