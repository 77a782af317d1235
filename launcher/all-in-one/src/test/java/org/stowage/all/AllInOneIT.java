package org.stowage.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JAR that holds everything, as somebody runs it who has it alone: {@code java -jar}. */
class AllInOneIT {

    private static final Path JAR = Path.of(System.getProperty("stowage.all"));
    private static final Path PROVIDER_OF_A_STRANGER =
            Path.of("../distribution/src/test/resources/third-party/provider/attic/AtticProvider.java");
    private static final String SERVICES = "META-INF/services/";
    /** More than the whole build takes: it ends what hangs, and nothing else. */
    private static final long MINUTES = 10;

    @TempDir
    private Path folder;

    private record Result(int status, String output, String errors) {}

    private ProcessBuilder java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("STOWAGE_")
                        || name.endsWith("JAVA_OPTIONS")
                        || name.equals("JAVA_TOOL_OPTIONS"));
        return builder.redirectError(folder.resolve(".errors").toFile());
    }

    private Result run(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve(".output");
        Process process = java(arguments).redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                .as(String.join(" ", arguments))
                .isTrue();
        return new Result(process.exitValue(), Files.readString(output), Files.readString(folder.resolve(".errors")));
    }

    @Test
    void holdsEachFileOnceAndNothingThatMadeSenseInAnotherJarAlone() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();
            assertThat(names)
                    .doesNotHaveDuplicates()
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)"))
                    .contains("META-INF/LICENSE", "META-INF/licences/THIRD-PARTY.md", "META-INF/licences/EPL-2.0.txt");
            assertThat(new String(
                            jar.getInputStream(jar.getEntry("META-INF/NOTICE")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Tatu Saloranta", "Reactive Relational Database Connectivity", "Jakarta Transactions");
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
            // Libraries bring classes for newer versions of Java, which only such a JAR is searched for.
            assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
            assertThat(names).anyMatch(name -> name.startsWith("META-INF/versions/"));
        }
    }

    /** A service file that overwrote another one would lose providers without a word. */
    @Test
    void declaresEveryServiceOfTheJarsThatItIsMadeOf() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = Path.of(entry).getFileName().toString();
            if (name.endsWith(".jar") && bundled(name)) {
                services(Path.of(entry))
                        .forEach((service, providers) -> expected.computeIfAbsent(service, absent -> new TreeSet<>())
                                .addAll(providers));
            }
        }
        assertThat(expected.get(SERVICES + "org.stowage.spi.PersistenceProvider"))
                .hasSize(3);
        assertThat(services(JAR)).isEqualTo(expected);
    }

    /** All that this test runs with are parts of the JAR, except the JAR itself and what tests are written with. */
    private static boolean bundled(String jar) {
        return !jar.matches(
                "(stowage-all|junit|assertj|opentest4j|apiguardian|byte-buddy|surefire|failsafe|jspecify)-.*");
    }

    private static Map<String, Set<String>> services(Path file) throws IOException {
        Map<String, Set<String>> services = new TreeMap<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(SERVICES) && !entry.isDirectory()) {
                    String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    services.put(
                            entry.getName(),
                            text.lines()
                                    .map(line -> line.replaceFirst("#.*", "").strip())
                                    .filter(line -> !line.isEmpty())
                                    .collect(Collectors.toCollection(TreeSet::new)));
                }
            }
        }
        return services;
    }

    @Test
    void hasTheThreeProvidersAndTheApplicationAndTakesAnotherProviderFromAFolder() throws Exception {
        Path providers = Files.createDirectories(folder.resolve("providers"));
        Path attic = jarOfAStranger(providers);
        assertThat(run("providers", "--format", "csv", "--providers", "providers")
                        .output()
                        .lines()
                        .skip(1))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("attic,1.0,") && line.contains("providers/" + attic.getFileName()))
                .anyMatch(line -> line.startsWith("json-file,") && line.contains(JAR + ",class path"))
                .anyMatch(line -> line.startsWith("memory,") && line.contains(JAR + ",class path"))
                .anyMatch(line -> line.startsWith("sqlite,") && line.contains(JAR + ",class path"));
        Files.writeString(
                folder.resolve("clubs.jsonl"), "{\"id\":1,\"name\":\"Nautic\"}\n{\"id\":2,\"name\":\"Rowing\"}\n");
        assertThat(run(
                        "query",
                        "select name where id = 2",
                        "--from",
                        "clubs.jsonl",
                        "--as",
                        "club",
                        "--key",
                        "id",
                        "--provider",
                        "attic",
                        "--providers",
                        "providers",
                        "--format",
                        "csv"))
                .isEqualTo(new Result(0, "name\nRowing\n", ""));
    }

    @Test
    void keepsDataInSqliteByDefaultAndInTheOthersWhenAsked() throws Exception {
        Files.writeString(folder.resolve("clubs.csv"), "id,name\n1,Nautic\n2,Rowing\n");
        assertThat(run("import", "clubs.csv", "--into", "club", "--key", "id").output())
                .isEqualTo("club: 2 rows imported\n");
        assertThat(folder.resolve("stowage.db")).isNotEmptyFile();
        assertThat(run("copy", "sqlite:stowage.db", "json-file:clubs").output()).endsWith("both sides are the same\n");
        assertThat(run("get", "club", "2", "--provider", "json-file", "--at", "clubs"))
                .isEqualTo(new Result(0, "id    2\nname  Rowing\n", ""));
        // Data that is only looked at is kept in memory.
        assertThat(run(
                        "query",
                        "select count(this) from club",
                        "--from",
                        "clubs.csv",
                        "--as",
                        "club",
                        "--key",
                        "id",
                        "--format",
                        "csv"))
                .isEqualTo(new Result(0, "count\n2\n", ""));
    }

    @Test
    void runsTheOrderingApplication() throws Exception {
        Process process = java("run", "ordering", "--seed", "--port", "0", "--provider", "memory")
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String first = String.valueOf(output.readLine());
            assertThat(first)
                    .as(Files.readString(folder.resolve(".errors")))
                    .startsWith("ordering is running at http://");
            URI page = URI.create(first.substring(first.indexOf("http")));
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(page.resolve("v1/restaurants"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("Trattoria Lucia");
            // Not of the process itself: that would close its output, which is still to be read.
            process.toHandle().destroy();
            assertThat(output.lines()).contains("ordering is stopping");
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(folder.resolve(".errors")).isEmptyFile();
    }

    /** Compiles a provider against the JAR alone, and puts it into a JAR of its own. */
    private Path jarOfAStranger(Path providers) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int status = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK")
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "21",
                        "-proc:none",
                        "-classpath",
                        JAR.toString(),
                        "-d",
                        classes.toString(),
                        PROVIDER_OF_A_STRANGER.toString());
        assertThat(status).isZero();
        Path jar = providers.resolve("attic.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("attic/AtticProvider.class"));
            entries.write(Files.readAllBytes(classes.resolve("attic/AtticProvider.class")));
            entries.putNextEntry(new JarEntry(SERVICES + "org.stowage.spi.PersistenceProvider"));
            entries.write("attic.AtticProvider\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
