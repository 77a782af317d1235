package org.stowage.benchmarks.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stowage.benchmarks.Arena;
import org.stowage.benchmarks.JavaCommand;
import org.stowage.benchmarks.StartUp;
import org.stowage.benchmarks.Turn;
import org.stowage.benchmarks.Warmup;
import org.stowage.benchmarks.Worker;
import tools.jackson.databind.json.JsonMapper;

/** The process of one contender, which measures when it is told to. One that has failed stays where it is and does nothing. */
final class Competitor implements AutoCloseable {

    private static final String DEFAULT_ROWS = "100000";

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private @Nullable String failure;
    private @Nullable Turns turns;

    private Competitor(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader();
        this.orders = process.outputWriter();
    }

    /** Starts a process, which first makes its store and warms up. */
    static Competitor start(Line line, String contender, Settings settings) {
        List<String> command = new ArrayList<>(JavaCommand.java());
        command.addAll(line.javaOptions());
        // Its lock is for those who measure at the same time; these take turns.
        command.add("-Djmh.ignoreLock=true");
        command.add("-D" + Arena.FOLDER + "=" + settings.stores());
        command.add("-D" + StartUp.ROOT + "=" + settings.root());
        command.add("-D" + Warmup.SECONDS + "=" + settings.warmupSeconds());
        command.addAll(List.of(
                Worker.class.getName(),
                line.benchmark(),
                Integer.toString(settings.rounds(line)),
                Integer.toString(settings.turnMillis()),
                Integer.toString(line.threads())));
        parameters(line, contender, settings).forEach((name, value) -> command.add(name + "=" + value));
        Path log = settings.results().resolve(line.id() + "-" + contender + ".log");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            return new Competitor(contender, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parameters(Line line, String contender, Settings settings) {
        Map<String, String> parameters = new TreeMap<>(line.parameters());
        parameters.putIfAbsent("rows", DEFAULT_ROWS);
        parameters.put(line.compared(), contender);
        parameters.computeIfPresent("rows", (name, rows) -> Integer.toString(settings.rows(Integer.parseInt(rows))));
        return parameters;
    }

    /** Waits until it has warmed up, or has its turn behind it. */
    void awaitReady() {
        while (failure == null && turns == null) {
            String answer = answer();
            if (answer.equals(Turn.READY)) {
                return;
            }
            if (answer.startsWith(Worker.FAILED)) {
                failure = answer.substring(Worker.FAILED.length());
            } else if (answer.startsWith(Worker.RESULT)) {
                turns = JsonMapper.shared().readValue(answer.substring(Worker.RESULT.length()), Turns.class);
            }
        }
    }

    /** Lets it measure for a turn, and waits until it has. */
    void takeTurn() {
        if (failure != null) {
            return;
        }
        try {
            orders.write(Turn.GO);
            orders.newLine();
            orders.flush();
        } catch (IOException e) {
            failure = "its process ended: " + e.getMessage();
        }
        // It has done all that it does when it is ready for the next turn, or says what it measured.
        awaitReady();
    }

    private String answer() {
        try {
            String answer = answers.readLine();
            return answer == null ? Worker.FAILED + "its process ended" : answer;
        } catch (IOException e) {
            return Worker.FAILED + e.getMessage();
        }
    }

    /** Returns what it measured. */
    Figure figure(Line line) {
        return new Figure(line.id(), name, turns, turns == null && failure == null ? "it did not end" : failure);
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
