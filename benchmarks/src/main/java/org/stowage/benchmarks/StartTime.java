package org.stowage.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures how long commands of a distribution take, from the start of a process to its end. It uses the JDK alone, so that {@code
 * benchmarks/start} need not build the benchmarks.
 */
public final class StartTime {

    private static final List<String> PROVIDERS = List.of("providers");
    private static final List<String> GET = List.of("get", "club", "1", "--at", "one-row.db");

    private final Path distribution;
    private final Path folder;
    private final Map<String, List<Long>> times = new LinkedHashMap<>();

    private StartTime(Path distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    /**
     * Measures, and prints a table in Markdown.
     *
     * @param arguments the folder of the distribution, a folder to work in, and the number of rounds
     * @throws IOException if a command cannot be started, or fails
     * @throws InterruptedException if somebody wants it to end
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        Path copy = folder.resolve("stowage");
        delete(folder);
        copy(Path.of(arguments[0]).toAbsolutePath(), copy);
        StartTime measured = new StartTime(copy, folder);
        measured.prepare();
        int rounds = Integer.parseInt(arguments[2]);
        for (int round = 0; round < rounds; round++) {
            measured.round();
        }
        measured.print();
    }

    /** Makes a database with one row. */
    private void prepare() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("clubs.csv"), "id,name\n1,Nautic\n");
        run(plain(List.of("import", "clubs.csv", "--into", "club", "--key", "id", "--at", "one-row.db")));
    }

    /** Everything in turn, so that what else the machine does falls upon all. */
    private void round() throws IOException, InterruptedException {
        measure("`providers`, no archive of classes", plain(PROVIDERS));
        measure("`get` of one row, no archive of classes", plain(GET));
        forgetArchive();
        measure("`providers`, first start, which writes the archive", script(PROVIDERS));
        measure("`providers`, with the archive", script(PROVIDERS));
        forgetArchive();
        measure("`get` of one row, first start, which writes the archive", script(GET));
        measure("`get` of one row, with the archive", script(GET));
    }

    private void measure(String what, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        run(command);
        times.computeIfAbsent(what, absent -> new ArrayList<>()).add(System.nanoTime() - start);
    }

    private List<String> script(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(distribution.resolve("bin/stowage").toString());
        command.addAll(arguments);
        return command;
    }

    /** What the script starts, without it and without an archive of its own; the JDK has one of its own classes. */
    private List<String> plain(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Dstowage.home=" + distribution, "-jar"));
        command.add(distribution.resolve("lib/stowage-launcher.jar").toString());
        command.addAll(arguments);
        return command;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("STOWAGE_"));
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with " + status + ":\n" + Files.readString(output));
        }
    }

    private void forgetArchive() throws IOException {
        try (Stream<Path> library = Files.list(distribution.resolve("lib"))) {
            for (Path file : library.filter(StartTime::isKept).toList()) {
                Files.delete(file);
            }
        }
    }

    private void print() {
        System.out.println("Java " + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors\n");
        System.out.println("| command | median, ms | least | most | rounds |\n|---|---:|---:|---:|---:|");
        times.forEach((what, taken) -> {
            long[] sorted = taken.stream()
                    .mapToLong(nanos -> nanos / 1_000_000)
                    .sorted()
                    .toArray();
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d |",
                    what,
                    sorted[sorted.length / 2],
                    sorted[0],
                    Arrays.stream(sorted).max().orElseThrow(),
                    sorted.length));
        });
    }

    private static boolean isKept(Path file) {
        return file.toString().endsWith(".jsa") || file.toString().endsWith(".library");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(file -> !isKept(file)).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.setPosixFilePermissions(to.resolve("bin/stowage"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
