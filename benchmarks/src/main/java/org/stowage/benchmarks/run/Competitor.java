package org.stowage.benchmarks.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    // Nobody waits for a process that hangs as long as for one that makes millions of rows.
    private static final int MOST_MINUTES = 30;

    private final String name;
    private final Path log;
    private final List<String> command;
    private @Nullable Connection connection;
    private @Nullable String failure;
    private @Nullable Turns turns;

    private record Connection(Process process, BufferedReader answers, BufferedWriter orders) {}

    Competitor(Line line, String name, Settings settings) {
        this.name = name;
        this.log = settings.results().resolve(line.id() + "-" + name + ".log");
        this.command = command(line, name, settings);
    }

    private static List<String> command(Line line, String contender, Settings settings) {
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
                Integer.toString(settings.turnMillis(line)),
                Integer.toString(line.threads())));
        parameters(line, contender, settings).forEach((name, value) -> command.add(name + "=" + value));
        return command;
    }

    private static Map<String, String> parameters(Line line, String contender, Settings settings) {
        Map<String, String> parameters = new TreeMap<>(line.parameters());
        parameters.putIfAbsent("rows", DEFAULT_ROWS);
        parameters.put(line.compared(), contender);
        parameters.computeIfPresent("rows", (name, rows) -> Integer.toString(settings.rows(Integer.parseInt(rows))));
        return parameters;
    }

    /** Starts the process, and waits until it has made its store and has warmed up. */
    void warmUp() {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            connection = new Connection(process, process.inputReader(), process.outputWriter());
            CompletableFuture.delayedExecutor(MOST_MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
            awaitReady(connection);
        } catch (IOException e) {
            failure = e.toString();
        }
    }

    /** Lets it measure for a turn, and waits until it has. */
    void takeTurn() {
        if (connection == null || failure != null) {
            return;
        }
        try {
            connection.orders().write(Turn.GO);
            connection.orders().newLine();
            connection.orders().flush();
            // It has done all that it does when it is ready for the next turn, or says what it measured.
            awaitReady(connection);
        } catch (IOException e) {
            failure = "its process ended: " + e.getMessage();
        }
    }

    private void awaitReady(Connection from) throws IOException {
        while (failure == null && turns == null) {
            String answer = from.answers().readLine();
            if (answer == null) {
                failure = "its process ended";
            } else if (answer.equals(Turn.READY)) {
                return;
            } else if (answer.startsWith(Worker.FAILED)) {
                failure = answer.substring(Worker.FAILED.length());
            } else if (answer.startsWith(Worker.RESULT)) {
                turns = JsonMapper.shared().readValue(answer.substring(Worker.RESULT.length()), Turns.class);
            }
        }
    }

    /** Returns what it measured. */
    Figure figure() {
        return new Figure(name, turns, turns == null && failure == null ? "it did not end" : failure);
    }

    /** Ends the process. */
    @Override
    public void close() {
        if (connection != null) {
            connection.process().destroyForcibly();
        }
    }
}
