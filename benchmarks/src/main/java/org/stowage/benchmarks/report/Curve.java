package org.stowage.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** A plot, as SVG, of how time grows with rows: both axes are logarithmic, so a power of the rows is a straight line. */
record Curve(String title, List<Point> points, DoubleFunction<String> quantity) {

    private static final int LEFT = 90;
    private static final int TOP = 40;
    private static final int WIDTH = 540;
    private static final int HEIGHT = 220;
    private static final String GRID = "#dddddd";
    private static final String COLOUR = "#2f6fb0";

    /** What one size took: the median of the rounds, and the least and the most of them. */
    record Point(int rows, double median, double least, double most) {}

    String svg() {
        Svg svg = new Svg(LEFT + WIDTH + 70, TOP + HEIGHT + 44);
        svg.text(10, 20, "start", title);
        for (double value = floor(); value <= ceiling() * 1.01; value *= 10) {
            svg.line(LEFT, y(value), LEFT + WIDTH, y(value), GRID);
            svg.text(LEFT - 8, y(value) + 4, "end", quantity.apply(value));
        }
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (i > 0) {
                Point before = points.get(i - 1);
                svg.line(x(before.rows()), y(before.median()), x(point.rows()), y(point.median()), COLOUR);
            }
            svg.line(x(point.rows()), y(point.least()), x(point.rows()), y(point.most()), "black");
            svg.dot(x(point.rows()), y(point.median()), COLOUR);
            svg.text(x(point.rows()), y(point.most()) - 10, "middle", quantity.apply(point.median()));
            svg.text(
                    x(point.rows()), TOP + HEIGHT + 20, "middle", String.format(Locale.ROOT, "%,d rows", point.rows()));
        }
        svg.text(LEFT, TOP + HEIGHT + 38, "start", "both axes logarithmic");
        return svg.toString();
    }

    private int x(int rows) {
        double least = Math.log(points.getFirst().rows());
        double most = Math.log(points.getLast().rows());
        double share = most > least ? (Math.log(rows) - least) / (most - least) : 0.5;
        return (int) Math.round(LEFT + 40 + (WIDTH - 80) * share);
    }

    private int y(double value) {
        double share = Math.log(value / floor()) / Math.log(ceiling() / floor());
        return (int) Math.round(TOP + HEIGHT * (1 - share));
    }

    private double floor() {
        return decade(Math.floor(
                Math.log10(points.stream().mapToDouble(Point::least).min().orElse(1))));
    }

    // Two decades at least, so that noise does not fill the plot.
    private double ceiling() {
        double most = Math.ceil(
                Math.log10(points.stream().mapToDouble(Point::most).max().orElse(1) * 1.2));
        return Math.max(decade(most), 100 * floor());
    }

    private static double decade(double exponent) {
        return Math.pow(10, exponent);
    }
}
