package org.stowage.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs what people run most on data of its own, so that Java meets the classes that they need. The script that starts Stowage lets it
 * run once and has Java keep them, ready to be mapped.
 */
public final class Rehearsal {

    private static final String SAMPLE = """
            id,name,price,since,member
            1,soup,4.50,2024-05-01T12:00:00Z,true
            2,salad,6.25,2024-05-02T12:00:00Z,false
            """;
    private static final String CHANGED = """
            {"id": 2, "name": "bread", "price": 1.5, "since": "2024-05-03T12:00:00Z", "member": true}""";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> FORMATS = List.of("json", "jsonl", "csv");

    private final Surroundings surroundings;

    private Rehearsal(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Rehearses the commands. That one of them fails, since somebody has removed a provider, matters to nobody.
     *
     * @param arguments none
     * @throws IOException if there is no place for the data
     */
    public static void main(String[] arguments) throws IOException {
        BundledLogging.install();
        Surroundings process = Surroundings.ofProcess();
        new ProcessGuard(process.errors()).install();
        Path folder = Files.createTempDirectory("stowage-rehearsal");
        // When the process ends, since somebody may lose patience.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "stowage-rehearsal"));
        run(folder, process.home());
    }

    /**
     * Rehearses the commands in a folder.
     *
     * @return those that failed
     */
    static List<List<String>> run(Path folder, @Nullable Path home) throws IOException {
        Rehearsal rehearsal = new Rehearsal(new Surroundings(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                Map.of(),
                folder,
                home,
                null,
                false));
        String sample = Files.writeString(folder.resolve("sample.csv"), SAMPLE).toString();
        List<List<String>> failed = new ArrayList<>();
        long start = System.nanoTime();
        for (List<String> command : commands(sample, folder)) {
            // Each search for providers waits for one that hangs, and somebody waits for all of this.
            if (System.nanoTime() - start < PATIENCE.toNanos() && rehearsal.status(command) != ErrorReport.DONE) {
                failed.add(command);
            }
        }
        return failed;
    }

    private int status(List<String> command) {
        return Main.run(command.toArray(String[]::new), surroundings);
    }

    private static List<List<String>> commands(String sample, Path folder) {
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of("--help"));
        commands.add(List.of("providers"));
        commands.add(List.of("describe", "sqlite"));
        commands.add(List.of("import", sample, "--into", "dish", "--key", "id", "--provider", "memory"));
        for (String provider : List.of("sqlite", "json-file")) {
            List<String> store = List.of(
                    "--provider",
                    provider,
                    "--at",
                    folder.resolve("dishes." + provider).toString());
            commands.add(with(store, "import", sample, "--into", "dish", "--key", "id"));
            commands.add(with(store, "get", "dish", "2"));
            commands.add(with(store, "query", "from dish where id >= 1 order by name"));
            // The rest where it is quickest: what it needs of a store is what these need.
            if (provider.equals("json-file")) {
                commands.add(with(store, "put", "dish", CHANGED));
                FORMATS.forEach(format -> commands.add(with(store, "get", "dish", "2", "--format", format)));
                commands.add(with(store, "schema"));
                commands.add(with(store, "delete", "dish", "2"));
            }
        }
        return commands;
    }

    private static List<String> with(List<String> store, String... command) {
        return Stream.concat(Stream.of(command), store.stream()).toList();
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // A command is still writing there: what is left is for whoever tidies the temporary folder.
            return;
        }
    }
}
