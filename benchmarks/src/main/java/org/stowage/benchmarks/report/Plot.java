package org.stowage.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stowage.benchmarks.report.Bars.Bar;
import org.stowage.benchmarks.report.Bars.Kind;
import org.stowage.benchmarks.report.Curve.Point;
import org.stowage.benchmarks.run.Figure;
import org.stowage.benchmarks.run.Line;

/** Chooses what a plot of a line shows. */
final class Plot {

    private Plot() {}

    static String of(Line line, List<Figure> figures) {
        Standing standing = new Standing(line, figures);
        return line.grows() ? curve(line, standing) : bars(line, standing);
    }

    private static String curve(Line line, Standing standing) {
        List<Point> points = new ArrayList<>();
        for (String rows : line.contenders()) {
            standing.times(rows)
                    .ifPresent(times -> points.add(new Point(
                            Integer.parseInt(rows),
                            standing.median(rows).orElse(times[0]),
                            times[0],
                            times[times.length - 1])));
        }
        return points.isEmpty()
                ? bars(line, standing)
                : new Curve(line.id() + ": " + line.title(), points, Quantity.of(line.clock())).svg();
    }

    private static String bars(Line line, Standing standing) {
        List<Bar> bars = new ArrayList<>();
        for (String contender : line.contenders()) {
            double[] speeds = standing.speeds(contender, standing.floor());
            if (speeds.length > 0 && Arrays.stream(speeds).allMatch(speed -> speed > 0 && Double.isFinite(speed))) {
                Arrays.sort(speeds);
                bars.add(new Bar(
                        line.name(contender),
                        standing.speed(contender, standing.floor()).orElse(1),
                        speeds[0],
                        speeds[speeds.length - 1],
                        kind(line, contender)));
            }
        }
        return new Bars(line.id() + ": " + line.title(), bars).svg();
    }

    private static Kind kind(Line line, String contender) {
        String floor = line.contenders().getFirst();
        if (contender.equals(floor) || line.isControl(contender)) {
            return Kind.FLOOR;
        }
        return line.isOurs(contender) ? Kind.OURS : Kind.PEER;
    }
}
