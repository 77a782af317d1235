package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Projects that know nothing of ours, each built by Maven in a folder of its own, as its author does. What they need of Stowage is in a
 * repository of files, made of what this build has made; what they need of others is in that of the outer build, or where Maven gets it. Nobody
 * else's repository is changed. Built once for all tests.
 */
final class ThirdPartyProjects {

    private static final Path PLACE = Path.of("target/third-party").toAbsolutePath();
    private static final Path EXAMPLES = GuideSources.ROOT.resolve("examples");
    private static final List<String> PUBLISHED =
            List.of("stowage-spi", "stowage-layers", "stowage-core", "stowage-conformance");
    private static final Pattern JAR = Pattern.compile("(stowage-[a-z-]+)-(\\d.*)\\.jar");
    /** Ends what hangs, and nothing else: such a build runs the whole kit, beside others. */
    private static final long MINUTES = 60;

    /** What this build calls itself, once that is known. */
    private static volatile String version = "";

    private ThirdPartyProjects() {}

    /** A project that was built: where it is, and what Maven printed. */
    record Built(Path folder, String output) {

        /** Returns what is dropped in: a JAR with its libraries, or a JAR alone. */
        Path provider() {
            return folder.resolve("target/provider");
        }
    }

    private static final class Mvstore {
        // Not as large as its author would have it, but all of it.
        static final Built BUILT = build(
                copied("provider-mvstore"),
                "-Dstowage.crash.rounds=2",
                "-Dstowage.power-cuts=250",
                "-Dstowage.failing.transactions=1",
                "-Dstowage.interrupts=10",
                "-Dstowage.pairs=100",
                "-Dstowage.queries=100",
                "-Dstowage.sequences=10",
                "-Dstowage.transactions=100");
    }

    private static final class Flawed {
        static final Built BUILT = build(copied("provider-flawed"));
    }

    /** Returns the provider that people would want. */
    static Built mvstore() {
        return Mvstore.BUILT;
    }

    /** Returns those that are wrong on purpose. */
    static Built flawed() {
        return Flawed.BUILT;
    }

    /** Packages a project with Maven, which must succeed. */
    static Built build(Path project, String... arguments) {
        try {
            publish();
            // Where there is one, Maven does not look for that of a project around it.
            Files.createDirectories(project.resolve(".mvn"));
            List<String> command = new ArrayList<>(List.of(
                    maven(),
                    "-B",
                    "-ntp",
                    "-gs",
                    PLACE.resolve("settings.xml").toString(),
                    "-Dmaven.repo.local=" + PLACE.resolve("local").resolve(project.getFileName()),
                    "-Daether.offline.protocols=file",
                    "-Dstowage.version=" + version));
            if ("offline=true".equals(System.getProperty("stowage.maven.network"))) {
                command.add("-o");
            }
            String seed = System.getProperty("stowage.seed");
            if (seed != null) {
                command.add("-Dstowage.seed=" + seed);
            }
            command.addAll(List.of(arguments));
            command.add("package");
            Built built = new Built(project, run(project, command));
            // Tests of other projects do not count as ours.
            delete(project.resolve("target/surefire-reports"));
            return built;
        } catch (IOException e) {
            throw new IllegalStateException("'" + project + "' could not be built", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String run(Path project, List<String> command) throws IOException, InterruptedException {
        Path log = project.resolve("build.log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String output = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(ended).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static String maven() {
        String home = System.getProperty("stowage.maven.home", "");
        return home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString();
    }

    /** Puts the JARs that this build has made, with their descriptions, where Maven finds them. */
    private static synchronized void publish() throws IOException {
        if (!version.isEmpty()) {
            return;
        }
        delete(PLACE);
        String found = "";
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
            Path jar = Path.of(entry);
            Matcher name = JAR.matcher(jar.getFileName().toString());
            if (name.matches() && PUBLISHED.contains(name.group(1))) {
                found = name.group(2);
                Path folder = published(name.group(1), found);
                Files.copy(jar, folder.resolve(jar.getFileName()));
                Files.copy(
                        descriptionBeside(jar),
                        folder.resolve(jar.getFileName().toString().replace(".jar", ".pom")));
            }
        }
        assertThat(found)
                .as("JARs of Stowage on the class path; build up to the phase 'package'")
                .isNotEmpty();
        Files.copy(
                GuideSources.ROOT.resolve("pom.xml"),
                published("stowage-parent", found).resolve("stowage-parent-" + found + ".pom"));
        Files.writeString(PLACE.resolve("settings.xml"), settings());
        version = found;
    }

    private static Path published(String artifact, String number) throws IOException {
        return Files.createDirectories(
                PLACE.resolve("repository/org/stowage").resolve(artifact).resolve(number));
    }

    private static Path descriptionBeside(Path jar) {
        Path folder = jar.getParent();
        while (!Files.exists(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder.resolve("pom.xml");
    }

    private static String settings() {
        String known = Path.of(System.getProperty("localRepository")).toUri().toString();
        return """
                <settings>
                  <profiles>
                    <profile>
                      <id>files</id>
                      <repositories>
                        <repository>
                          <id>built</id>
                          <url>%s</url>
                          <releases><checksumPolicy>ignore</checksumPolicy></releases>
                          <snapshots><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></snapshots>
                        </repository>
                        <repository>
                          <id>known</id>
                          <url>%s</url>
                          <releases><checksumPolicy>ignore</checksumPolicy></releases>
                        </repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository>
                          <id>known</id>
                          <url>%s</url>
                          <releases><checksumPolicy>ignore</checksumPolicy></releases>
                        </pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles>
                    <activeProfile>files</activeProfile>
                  </activeProfiles>
                </settings>
                """.formatted(PLACE.resolve("repository").toUri(), known, known);
    }

    /** Returns a copy of one of the examples, without what was built in it. */
    private static Path copied(String example) {
        Path from = EXAMPLES.resolve(example);
        Path to = Path.of("target/third-party-projects").toAbsolutePath().resolve(example);
        try {
            delete(to);
            try (Stream<Path> all = Files.walk(from)) {
                for (Path path : all.filter(path -> !path.startsWith(from.resolve("target")))
                        .toList()) {
                    Path copy = to.resolve(from.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(path, copy);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("'" + from + "' could not be copied", e);
        }
        return to;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
