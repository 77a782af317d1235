package org.stowage.launcher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs the launcher in this process, in a folder of its own, on the providers of the class path. */
final class Launched {

    static final Path AIRPORTS = Path.of("../examples/data/airports.csv");

    private final Path folder;
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";

    Launched(Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
        try {
            Path conf = Files.createDirectories(home.resolve("conf"));
            // A relative location would be one of the folder in which the tests run.
            Files.writeString(
                    conf.resolve("defaults.properties"),
                    "provider=sqlite\nscratch=memory\nat.sqlite=" + folder.resolve("default.db") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of it. */
    record Result(int status, String output, String errors) {}

    Launched with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Launched reading(String standardInput) {
        input = standardInput;
        return this;
    }

    Path home() {
        return home;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Result run(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                output,
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                environment,
                folder,
                home,
                null,
                false);
        int status = Main.run(arguments, surroundings);
        return new Result(status, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    /** Runs what must be done without an error and returns what it printed. */
    String done(String... arguments) {
        Result result = run(arguments);
        if (result.status() != 0) {
            throw new AssertionError(String.join(" ", arguments) + ": " + result.errors());
        }
        return result.output();
    }
}
