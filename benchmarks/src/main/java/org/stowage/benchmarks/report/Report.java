package org.stowage.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stowage.benchmarks.run.Figure;
import org.stowage.benchmarks.run.FigureFile;
import org.stowage.benchmarks.run.Line;
import org.stowage.benchmarks.run.Machine;
import org.stowage.benchmarks.run.Plan;
import org.stowage.benchmarks.run.Target;

/** Writes the measured part of {@code docs/performance.md}, between two marks, and its plots. All else in that file is left as it is. */
public final class Report {

    private static final String BEGIN = "<!-- measured: benchmarks/report writes from here to the next mark -->\n";
    private static final String END = "<!-- end of what was measured -->\n";

    private Report() {}

    /**
     * Writes the report.
     *
     * @param arguments {@code --folder} and the folder of what was built, whose last results are taken
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Path docs = folder.resolve("../../docs").toRealPath();
        FigureFile file = FigureFile.read(folder.resolve("results"));
        Path page = docs.resolve("performance.md");
        write(file, page, docs.resolve("performance"));
        System.out.println("written: " + page);
    }

    static void write(FigureFile file, Path page, Path plots) throws IOException {
        String text = Files.exists(page) ? Files.readString(page) : "# Performance\n\n" + BEGIN + END;
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("'" + page + "' lacks the marks between which it is written:\n" + BEGIN + END);
        }
        Files.createDirectories(plots);
        Map<String, List<Figure>> figures = file.figures().stream().collect(Collectors.groupingBy(Figure::line));
        List<Line> measured = Plan.lines().stream()
                .filter(line -> figures.containsKey(line.id()))
                .toList();
        StringBuilder written = new StringBuilder(BEGIN).append('\n');
        written.append(machine(file.machine()));
        written.append(targets(measured, figures));
        for (Line line : measured) {
            String plot = line.id() + ".svg";
            Files.writeString(plots.resolve(plot), Plot.of(line, figures.getOrDefault(line.id(), List.of())));
            written.append(Table.of(line, figures.getOrDefault(line.id(), List.of())));
            written.append("![")
                    .append(line.title())
                    .append("](performance/")
                    .append(plot)
                    .append(")\n\n");
        }
        Files.writeString(page, text.substring(0, begin) + written + text.substring(end));
    }

    private static String machine(Machine machine) {
        return "Measured on " + machine.day() + ", on " + machine.processors() + " × " + machine.processor() + ", "
                + machine.system() + ", Java " + machine.java() + ", " + machine.rounds() + " rounds with turns of "
                + machine.turnMillis() + " ms. "
                + String.join(", ", machine.versions())
                + ".\n\n";
    }

    private static String targets(List<Line> lines, Map<String, List<Figure>> figures) {
        StringBuilder table = new StringBuilder("""
                | line | who | floor | at least | reached | spread | |
                |---|---|---|---:|---:|---:|---|
                """);
        for (Line line : lines) {
            Standing standing = new Standing(line, figures.getOrDefault(line.id(), List.of()));
            for (Target target : line.targets()) {
                table.append("| ").append(line.id());
                table.append(" | ").append(line.name(target.who()));
                table.append(" | ").append(line.name(target.than()));
                table.append(" | ").append(Quantity.times(target.atLeast()));
                table.append(" | ")
                        .append(standing.speed(target.who(), target.than()).stream()
                                .mapToObj(Quantity::times)
                                .findFirst()
                                .orElse("–"));
                table.append(" | ")
                        .append(standing.spread().stream()
                                .mapToObj(spread -> "± " + Math.round(100 * spread) + " %")
                                .findFirst()
                                .orElse("–"));
                table.append(" | ")
                        .append(standing.verdict(target).map(Verdict::title).orElse("not measured"));
                table.append(" |\n");
            }
        }
        return table.append('\n').toString();
    }
}
