package org.stowage.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.stowage.benchmarks.run.FigureFile;
import org.stowage.benchmarks.run.Line;
import org.stowage.benchmarks.run.Machine;
import org.stowage.benchmarks.run.Measured;
import org.stowage.benchmarks.run.Plan;

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
        if (arguments.length > 2) {
            System.err.println("benchmarks/report: '" + arguments[2] + "' was given: expected no arguments");
            System.exit(2);
        }
        Path folder = Path.of(arguments[1]);
        Path docs = folder.resolve("../../docs").toRealPath();
        Path page = docs.resolve("performance.md");
        try {
            write(FigureFile.read(folder.resolve("results")), page, docs.resolve("performance"));
        } catch (IOException e) {
            System.err.println("benchmarks/report: " + e.getMessage());
            System.exit(1);
        }
        System.out.println("written: " + page);
    }

    static void write(Map<String, Measured> results, Path page, Path plots) throws IOException {
        String text = Files.exists(page) ? Files.readString(page) : "# Performance\n\n" + BEGIN + END;
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("'" + page + "' lacks the marks between which it is written:\n" + BEGIN + END);
        }
        Map<Line, Measured> measured = inOrder(results);
        if (measured.isEmpty()) {
            throw new IOException("no line of the plan was measured: expected the results of benchmarks/run");
        }
        Files.createDirectories(plots);
        StringBuilder written = new StringBuilder(BEGIN).append('\n');
        Machine machine = last(measured);
        written.append(introduction(measured, machine));
        written.append(Summary.of(measured));
        written.append("## Line by line\n\n");
        for (Map.Entry<Line, Measured> one : measured.entrySet()) {
            Line line = one.getKey();
            String plot = line.id() + ".svg";
            Files.writeString(plots.resolve(plot), Plot.of(line, one.getValue().figures()));
            written.append(Table.of(line, one.getValue().figures()));
            written.append(circumstances(one.getValue(), machine));
            written.append("![").append(line.title()).append("](performance/");
            written.append(plot).append(")\n\n");
        }
        Files.writeString(page, text.substring(0, begin) + written + text.substring(end));
    }

    private static Map<Line, Measured> inOrder(Map<String, Measured> results) {
        Map<Line, Measured> measured = new LinkedHashMap<>();
        for (Line line : Plan.lines()) {
            Measured result = results.get(line.id());
            if (result != null) {
                measured.put(line, result);
            }
        }
        return measured;
    }

    private static Machine last(Map<Line, Measured> measured) {
        Measured last = null;
        for (Measured one : measured.values()) {
            if (last == null || one.ended().compareTo(last.ended()) > 0) {
                last = one;
            }
        }
        return Objects.requireNonNull(last).machine();
    }

    private static String introduction(Map<Line, Measured> measured, Machine machine) {
        String first = measured.values().stream()
                .map(Measured::ended)
                .min(String::compareTo)
                .orElse("");
        String last = measured.values().stream()
                .map(Measured::ended)
                .max(String::compareTo)
                .orElse("");
        long minutes = (measured.values().stream().mapToLong(Measured::seconds).sum() + 30) / 60;
        return "## What was measured\n\nFrom " + first + " to " + last + ", " + minutes
                + " minutes of measuring, on " + machine.processors() + " × " + machine.processor() + ", "
                + machine.system() + ", Java " + machine.java() + "; up to " + machine.rounds()
                + " rounds, turns of " + machine.turnMillis()
                + " ms, five times as long for what is measured on the wall. With "
                + String.join(", ", machine.versions()) + ".\n\n";
    }

    private static String circumstances(Measured measured, Machine usual) {
        int rounds = measured.figures().stream()
                .flatMap(figure -> Stream.ofNullable(figure.turns()))
                .mapToInt(turns -> turns.seconds().size())
                .max()
                .orElse(0);
        Machine machine = measured.machine();
        return (rounds == 1 ? "One round" : rounds + " rounds") + ", in " + measured.seconds() + " s."
                + (machine.equals(usual)
                        ? ""
                        : " Not measured as the rest: on " + machine.processors() + " × " + machine.processor() + ", "
                                + machine.system() + ", Java " + machine.java() + ", turns of "
                                + machine.turnMillis() + " ms, with " + String.join(", ", machine.versions()) + ".")
                + "\n\n";
    }
}
