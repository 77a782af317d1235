package org.stowage.benchmarks.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.stowage.benchmarks.run.Figure;
import org.stowage.benchmarks.run.Line;
import org.stowage.benchmarks.run.Target;

/** A line in Markdown: everybody beside everybody, and the targets. */
public final class Table {

    private static final String ABSENT = "–";
    private static final double BUSY = 0.1;

    private final Line line;
    private final List<Figure> figures;
    private final Standing standing;
    private final DoubleFunction<String> quantity;
    private final StringBuilder text = new StringBuilder();

    private Table(Line line, List<Figure> figures) {
        this.line = line;
        this.figures = figures;
        this.standing = new Standing(line, figures);
        this.quantity = Quantity.of(line.clock());
    }

    /** Returns the table of a line. */
    public static String of(Line line, List<Figure> figures) {
        Table table = new Table(line, figures);
        table.write();
        return table.text.toString();
    }

    private void write() {
        text.append("### ").append(line.id()).append(": ").append(line.title()).append("\n\n");
        text.append("| by ").append(line.clock().title());
        text.append(" | median | least to most | speed, floor = 1 |\n|---|---:|---:|---:|\n");
        for (Figure figure : figures) {
            writeRow(figure);
        }
        text.append('\n');
        standing.spread()
                .ifPresent(spread -> text.append("Spread of the floor's control: ± ")
                        .append(Math.round(100 * spread))
                        .append(" %; smaller differences are not claimed.\n\n"));
        if (line.grows()) {
            Growth.of(line, standing).ifPresent(growth -> text.append(growth).append("\n\n"));
        }
        for (Target target : line.targets()) {
            writeTarget(target);
        }
    }

    private void writeRow(Figure figure) {
        String contender = figure.contender();
        boolean busy = standing.compiling(contender).orElse(0) > BUSY;
        cell(line.name(contender) + (busy ? " (still compiling)" : ""));
        if (figure.failure() != null) {
            text.append("| failed: ").append(figure.failure().replace('|', '/')).append(" | | |\n");
            return;
        }
        cell(shown(standing.median(contender), quantity));
        cell(standing.times(contender)
                .map(times -> quantity.apply(times[0]) + " – " + quantity.apply(times[times.length - 1]))
                .orElse(ABSENT));
        cell(shown(standing.speed(contender, standing.floor()), Quantity::times));
        text.append("|\n");
    }

    private void writeTarget(Target target) {
        text.append("Target: ")
                .append(line.name(target.who()))
                .append(" at least ")
                .append(Quantity.times(target.atLeast()))
                .append(" × ")
                .append(line.name(target.than()))
                .append("; reached ")
                .append(shown(standing.speed(target.who(), target.than()), Quantity::times))
                .append(": **")
                .append(standing.verdict(target).map(Verdict::title).orElse("not measured"))
                .append("**\n\n");
    }

    private void cell(String content) {
        text.append("| ").append(content).append(' ');
    }

    private static String shown(OptionalDouble value, DoubleFunction<String> format) {
        return value.isPresent() ? format.apply(value.getAsDouble()) : ABSENT;
    }
}
