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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as a user has it: a process for each command, in a working folder. */
class LauncherIT {

    private static final Path STOWAGE =
            Path.of("../target/stowage/bin/stowage").toAbsolutePath().normalize();
    private static final Path AIRPORTS =
            Path.of("../../examples/data/airports.csv").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private record Result(int status, String output, String errors) {}

    private ProcessBuilder shell(String command) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("STOWAGE", STOWAGE.toString());
        builder.environment().put("AIRPORTS", AIRPORTS.toString());
        List.of("STOWAGE_PROVIDER", "STOWAGE_AT", "STOWAGE_STORE", "STOWAGE_STORES", "STOWAGE_PROVIDERS")
                .forEach(builder.environment()::remove);
        return builder;
    }

    private Result run(String command) throws IOException, InterruptedException {
        Path output = folder.resolve(".output");
        Path errors = folder.resolve(".errors");
        Process process = shell(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(command).isTrue();
        return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    @Test
    void importsAndQueriesInTheWorkingFolderWithoutAWordAboutProviders() throws Exception {
        Result imported = run("\"$STOWAGE\" import \"$AIRPORTS\" --into airport --key ident");
        assertThat(imported).isEqualTo(new Result(0, "airport: 5276 rows imported\n", imported.errors()));
        assertThat(imported.errors()).contains("elevation_ft       int64?").doesNotContain("stowage:");
        assertThat(folder.resolve("stowage.db")).isNotEmptyFile();
        String query =
                "\"$STOWAGE\" query \"select name where iso_country = 'CH' and type = 'large_airport' order by name\" --format csv";
        assertThat(run(query)).isEqualTo(new Result(0, "name\nGeneva International Airport\nZürich Airport\n", ""));
        Result copied = run("\"$STOWAGE\" copy sqlite:stowage.db json-file:airports");
        assertThat(copied.output()).endsWith("both sides are the same\n");
        assertThat(run("\"$STOWAGE\" count airport --provider json-file --at airports"))
                .isEqualTo(new Result(0, "5276\n", ""));
        assertThat(run("\"$STOWAGE\" export airport --format csv | head -n 1"))
                .extracting(Result::status, Result::errors)
                .containsExactly(0, "");
        assertThat(run("\"$STOWAGE\" export airport --format csv | sort | cksum"))
                .isEqualTo(run("sort < \"$AIRPORTS\" | cksum"));
        fullDisk();
    }

    private void fullDisk() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "there is no device that is always full");
        Result full = run("\"$STOWAGE\" export airport > /dev/full");
        assertThat(full.status()).isEqualTo(1);
        assertThat(full.errors())
                .startsWith("stowage: standard output could not be written: ")
                .hasLineCount(1);
    }

    @Test
    void findsTheProvidersAndApplicationsOfItsFolders() throws Exception {
        Result providers = run("\"$STOWAGE\" providers --format csv");
        assertThat(providers.output().lines().skip(1).map(line -> line.replaceFirst(",.*", "")))
                .containsExactly("json-file", "memory", "sqlite");
        assertThat(providers.output()).contains(",folder,not certified,,");
        assertThat(run("\"$STOWAGE\" applications").output()).contains("ordering");
        assertThat(run("\"$STOWAGE\" --version").output()).startsWith("stowage 0.");
    }

    @Test
    void saysWhatIsWrongWithoutAStackTrace() throws Exception {
        Result unknown = run("\"$STOWAGE\" count x --provider sqlit");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.errors())
                .startsWith("stowage: no provider is named 'sqlit'; did you mean 'sqlite'?")
                .hasLineCount(1);
        Result absent = run("\"$STOWAGE\" count x");
        assertThat(absent.status()).isEqualTo(2);
        assertThat(absent.errors()).contains("stowage.db").hasLineCount(1);
        assertThat(folder.resolve("stowage.db")).doesNotExist();
    }

    @Test
    void runsAnApplicationUntilItIsStopped() throws Exception {
        Path errors = folder.resolve(".errors");
        Process process = shell(
                        "exec \"$STOWAGE\" run ordering --seed --port 0 --provider json-file --at data --store users=memory")
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String first = String.valueOf(output.readLine());
            assertThat(first).as(Files.readString(errors)).startsWith("ordering is running at http://");
            assertThat(output.readLine()).isEqualTo("  restaurants: json-file at data");
            assertThat(output.readLine()).isEqualTo("  users: memory");
            assertThat(output.readLine()).isEqualTo("  shopping: json-file at data");
            URI page = URI.create(first.substring(first.indexOf("http")));
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            // Not of the process itself: that would close its output, which is still to be read.
            process.toHandle().destroy();
            assertThat(output.lines()).contains("ordering is stopping");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(errors)).isEmpty();
        // What it held is given back: another process may have the store.
        assertThat(run("\"$STOWAGE\" schema --provider json-file --at data").output())
                .contains("Restaurant");
    }
}
