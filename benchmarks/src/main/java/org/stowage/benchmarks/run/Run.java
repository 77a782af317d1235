package org.stowage.benchmarks.run;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.stowage.benchmarks.Arena;
import org.stowage.benchmarks.StartUp;
import org.stowage.benchmarks.report.Table;
import org.stowage.spi.error.NearestName;
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
    private int turn = 400;

    @Option(names = "--warm-up", description = "For how many seconds somebody warms up at most.")
    private int warmup = 8;

    @Option(
            names = "--rows",
            description = "How many rows at most, if not as many as planned: a glance, whose figures are not kept.")
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
        try (FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE)) {
            if (channel.tryLock() == null) {
                System.err.println(
                        "benchmarks/run: another one measures in '" + folder + "': expected it to have ended first");
                return 1;
            }
            measure(lines);
        }
        return 0;
    }

    private void measure(List<Line> lines) throws IOException {
        Settings settings = settings();
        if (lines.stream().anyMatch(line -> line.benchmark().equals(StartUp.class.getName()))) {
            buildDistribution(settings.root());
        }
        long began = System.nanoTime();
        for (Line line : lines) {
            System.err.print(line.id() + ": " + line.title() + " ... ");
            long start = System.nanoTime();
            List<Figure> figures = Race.run(line, settings);
            long seconds = secondsSince(start);
            System.err.println(seconds + " s");
            if (settings.rows().isEmpty()) {
                String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
                FigureFile.add(
                        settings.results(), new Measured(line.id(), now, seconds, Machine.here(settings), figures));
            }
            System.out.println(Table.of(line, figures));
        }
        Arena.delete(settings.stores());
        System.err.println("all that was asked for: " + secondsSince(began) + " s");
        if (settings.rows().isPresent()) {
            System.err.println("Nothing of this is kept: with --rows it is no measurement.");
        }
    }

    private Settings settings() throws IOException {
        Path stores = folder.resolve("stores");
        if (Files.exists(stores)) {
            Arena.delete(stores); // Those of a run that was stopped.
        }
        return new Settings(
                thorough ? 3 * rounds : rounds,
                turn,
                thorough ? 3 * warmup : warmup,
                rows == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(rows),
                folder.resolve("../..").toRealPath(),
                Files.createDirectories(stores),
                Files.createDirectories(folder.resolve("results")));
    }

    private static long secondsSince(long start) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
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
                List<String> known =
                        all.stream().flatMap(Line::words).distinct().toList();
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + word + "' is no line"
                                + NearestName.of(word, known)
                                        .map(name -> "; did you mean '" + name + "'?")
                                        .orElse(": --list shows what there is"));
            }
        }
        return all.stream()
                .filter(line -> words.isEmpty() || words.stream().anyMatch(line::answersTo))
                .map(line -> line.upTo(rows))
                .toList();
    }
}
