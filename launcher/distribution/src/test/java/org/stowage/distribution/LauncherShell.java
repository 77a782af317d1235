package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A POSIX shell in a working folder, as a user of the distribution has it: {@code $STOWAGE} is the command. */
final class LauncherShell {

    /** The distribution. */
    static final Path HOME = Path.of("../target/stowage").toAbsolutePath().normalize();

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    /** What a command did. */
    record Result(int status, String output, String errors) {}

    LauncherShell(Path folder) {
        this.folder = folder;
        set("STOWAGE", HOME.resolve("bin/stowage"));
        set("AIRPORTS", GuideSources.ROOT.resolve("examples/data/airports.csv"));
    }

    /** Sets a variable of the commands to come. */
    LauncherShell set(String variable, Path value) {
        variables.put(variable, value.toString());
        return this;
    }

    private ProcessBuilder shell(String command) {
        ProcessBuilder builder =
                PlainProcess.of(new ProcessBuilder("sh", "-c", command)).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        return builder;
    }

    /** Runs a command to its end. */
    Result run(String command) throws IOException, InterruptedException {
        Path output = folder.resolve(".output");
        Path errors = folder.resolve(".errors");
        Process process = shell(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(PlainProcess.ends(process)).as(command).isTrue();
        return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    /**
     * Runs the ordering application, asks for its page, and stops it.
     *
     * @param command what is behind {@code run ordering --seed --port 0}
     * @param stores how many lines it prints about its stores
     * @return these lines
     */
    List<String> serve(String command, int stores) throws IOException, InterruptedException {
        Path errors = folder.resolve(".errors");
        Process process = shell("exec \"$STOWAGE\" run ordering --seed --port 0 " + command)
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String first = String.valueOf(output.readLine());
            assertThat(first).as(Files.readString(errors)).startsWith("ordering is running at http://");
            List<String> lines = new ArrayList<>();
            while (lines.size() < stores) {
                lines.add(String.valueOf(output.readLine()));
            }
            URI page = URI.create(first.substring(first.indexOf("http")));
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            // Not of the process itself: that would close its output, which is still to be read.
            process.toHandle().destroy();
            assertThat(output.lines()).contains("ordering is stopping");
            assertThat(PlainProcess.ends(process)).isTrue();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }
}
