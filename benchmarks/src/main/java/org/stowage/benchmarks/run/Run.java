package org.stowage.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.stowage.benchmarks.StartUp;
import org.stowage.benchmarks.report.Table;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what is asked for, prints a table of each line as soon as it is done, and keeps all figures in a file. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures workloads side by side, and prints how everybody did.")
@SuppressWarnings("SystemOut")
public final class Run implements java.util.concurrent.Callable<Integer> {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "LINE",
            description = "Such as W3, W3-sqlite, sqlite, memory; all if none is named. --list shows them.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--rounds", description = "How often everybody takes a turn.")
    private int rounds = 5;

    @Option(names = "--turn", description = "How many milliseconds a turn is.")
    private int turn = 500;

    @Option(names = "--warm-up", description = "For how many seconds somebody warms up at most.")
    private int warmup = 10;

    @Option(names = "--rows", description = "How many rows at most, if not as many as planned.")
    private int rows = Integer.MAX_VALUE;

    @Option(names = "--thorough", description = "Three times as long: more rounds, longer turns.")
    private boolean thorough;

    @Option(names = "--list", description = "Lists the lines.")
    private boolean list;

    @Option(names = "--folder", hidden = true, required = true)
    private Path folder;

    private Run() {}

    /**
     * Measures.
     *
     * @param arguments as {@code --help} shows them
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Run()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<Line> lines = chosen();
        if (list) {
            lines.forEach(line -> System.out.printf("%-20s %s%n", line.id(), line.title()));
            return 0;
        }
        Path results = Files.createDirectories(folder.resolve("results"));
        Settings settings = new Settings(
                thorough ? 3 * rounds : rounds,
                turn,
                thorough ? 3 * warmup : warmup,
                rows == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(rows),
                folder.resolve("../..").toRealPath(),
                Files.createDirectories(folder.resolve("stores")),
                results);
        if (lines.stream().anyMatch(line -> line.benchmark().equals(StartUp.class.getName()))) {
            buildDistribution(settings.root());
        }
        FigureFile.begin(results, Machine.here(settings));
        for (Line line : lines) {
            System.err.println(line.id() + ": " + line.title() + " ...");
            List<Figure> figures = Race.run(line, settings);
            FigureFile.add(results, figures);
            System.out.println(Table.of(line, figures));
        }
        return 0;
    }

    /** Lets the launcher's script build what it starts, if that is older than its sources. */
    private static void buildDistribution(Path root) throws IOException {
        ProcessBuilder command = new ProcessBuilder(root.resolve("stowage").toString(), "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            if (command.start().waitFor() != 0) {
                throw new IOException(
                        "'" + root.resolve("stowage") + "' failed: expected it to build the distribution");
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private List<Line> chosen() {
        List<Line> all = Plan.lines();
        for (String word : words) {
            if (all.stream().noneMatch(line -> line.answersTo(word))) {
                throw new ParameterException(
                        spec.commandLine(), "'" + word + "' is no line: --list shows what there is");
            }
        }
        return all.stream()
                .filter(line -> words.isEmpty() || words.stream().anyMatch(line::answersTo))
                .map(line -> line.upTo(rows))
                .toList();
    }
}
