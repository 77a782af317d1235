package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stowage.distribution.LauncherShell.Result;

/**
 * What somebody else has built is dropped in, and works: the providers of two projects that Maven builds as their authors do, and one that
 * has just been begun.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for a POSIX shell")
class DropInIT {

    @TempDir
    private static Path providers;

    /** With nothing in it but scripts that start the launcher with a provider on a path of Java's. */
    @TempDir
    private static Path scripts;

    /** How the launcher comes by the provider. */
    enum Way {
        FOLDER,
        CLASS_PATH,
        MODULE_PATH
    }

    @TempDir
    private Path folder;

    @Nested
    @SuppressWarnings("ClassCanBeStatic") // JUnit runs no other.
    class OnThePaths extends ThirdPartyPaths {}

    private Way used = Way.FOLDER;

    @BeforeAll
    static void dropIn() throws IOException {
        // One of them waits for the disk and the other for a processor.
        CompletableFuture<ThirdPartyProjects.Built> other = CompletableFuture.supplyAsync(ThirdPartyProjects::flawed);
        copy(ThirdPartyProjects.mvstore().provider(), providers.resolve("mvstore"));
        Path flawed = other.join().folder().resolve("target/stowage-provider-flawed-1.0.0.jar");
        Files.copy(flawed, providers.resolve("flawed.jar"));
        script(
                Way.CLASS_PATH,
                "--enable-native-access=ALL-UNNAMED --class-path \"%s/lib/*:%s/*\" org.stowage.launcher.Main");
        script(
                Way.MODULE_PATH,
                "--enable-native-access=org.stowage --add-modules java.sql --module-path \"%s/lib:%s\""
                        + " --module org.stowage.launcher/org.stowage.launcher.Main");
    }

    private static void script(Way way, String start) throws IOException {
        Path script = Files.writeString(
                scripts.resolve(way.name()),
                "#!/bin/sh\nexec \"$JAVA_HOME/bin/java\" -XX:TieredStopAtLevel=1 -Xlog:disable \"-Dstowage.home="
                        + LauncherShell.HOME + "\" " + start.formatted(LauncherShell.HOME, providers.resolve("mvstore"))
                        + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aStrangersProviderIsListedWithItsCertificate() throws Exception {
        Result listed = run("\"$STOWAGE\" providers --providers \"$PROVIDERS\"");

        assertThat(listed.errors()).isEmpty();
        assertThat(listed.output()).contains("mvstore 1.0.0\n", "flawed 1.0.0\n", "flawed-file 1.0.0\n");
        String mvstore = listed.output().substring(listed.output().indexOf("mvstore 1.0.0"));
        assertThat(mvstore)
                .contains("durability durable")
                .contains("  certified by kit ", "with fewer trials than usual (crash.rounds 2, ");
        assertThat(
                        run("\"$STOWAGE\" schema --providers \"$PROVIDERS\" --require certified --provider mvstore --at x.mv")
                                .errors())
                .contains("x.mv", "none is to be created");
        Result refused = run("\"$STOWAGE\" schema --providers \"$PROVIDERS\" --require certified --provider flawed");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.errors()).contains("'flawed'", "certif");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatIsCopiedToAStrangersProviderAndBackIsTheSame(Way way) throws Exception {
        used = way;
        assertThat(run("\"$STOWAGE\" providers --providers \"$PROVIDERS\"").output())
                .containsPattern("mvstore-1.0.0.jar \\("
                        + way.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "\\)");
        assertThat(run("\"$STOWAGE\" import \"$AIRPORTS\" --into airport --key ident --provider sqlite --at a.db")
                        .status())
                .isZero();
        for (String stores :
                List.of("sqlite:a.db mvstore:b.mv", "mvstore:b.mv json-file:c", "json-file:c mvstore:d.mv")) {
            Result copied = run("\"$STOWAGE\" copy --providers \"$PROVIDERS\" " + stores);
            assertThat(copied.output()).as(copied.errors()).endsWith("both sides are the same\n");
        }
        String query =
                "\"$STOWAGE\" query \"select name where iso_country = 'CH' and type = 'large_airport' order by name\""
                        + " --providers \"$PROVIDERS\" --provider mvstore --at d.mv --format csv";
        assertThat(run(query)).isEqualTo(new Result(0, "name\nGeneva International Airport\nZürich Airport\n", ""));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theOrderingApplicationRunsOnAStrangersProvider(Way way) throws Exception {
        used = way;
        assertThat(shell().serve("--providers \"$PROVIDERS\" --provider mvstore --at shop.mv", 1))
                .containsExactly("  restaurants: mvstore at shop.mv");
        assertThat(run("\"$STOWAGE\" count Restaurant --providers \"$PROVIDERS\" --provider mvstore --at shop.mv")
                        .output())
                .matches("[1-9][0-9]*\n");
    }

    @Test
    void theKitCatchesEveryPlantedFaultAndNamesTheRule() throws Exception {
        String built = ThirdPartyProjects.flawed().output();
        long planted = Files.readString(GuideSources.ROOT.resolve(
                        "examples/provider-flawed/src/main/java/org/example/flawed/Fault.java"))
                .lines()
                .filter(Pattern.compile(" {4}[A-Z_]+[,;]").asMatchPredicate())
                .filter(line -> !line.contains("NONE"))
                .count();
        assertThat(built.lines().filter(line -> line.startsWith("caught: ")).distinct())
                .hasSize((int) planted)
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.matches(".*, for breaking \\d+\\.\\d+.*"));
        assertThat(ThirdPartyProjects.flawed().folder().resolve("target/failing-cases/nulls-last/FailingCase.java"))
                .content()
                .contains("org.example.flawed.FlawedProvider");

        Result conform = run("\"$STOWAGE\" conform --providers \"$PROVIDERS\" --provider flawed --level basic"
                + " --set fault=nulls-last");
        assertThat(conform.status()).isEqualTo(1);
        assertThat(conform.output()).contains("3.1 Null is the smallest value");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theCommandRunsTheKitOnAStrangersProvider(Way way) throws Exception {
        used = way;
        assertThat(run("\"$STOWAGE\" conform --providers \"$PROVIDERS\" --provider mvstore --level basic"))
                .extracting(Result::status)
                .isEqualTo(0);
    }

    @Test
    void aNewProjectBuildsAndItsProviderIsThere() throws Exception {
        assertThat(run("\"$STOWAGE\" new-provider key-value").errors()).isEmpty();

        ThirdPartyProjects.Built built = ThirdPartyProjects.build(folder.resolve("provider-key-value"));

        assertThat(built.output()).contains("key-value 0.1.0 passed");
        assertThat(run("\"$STOWAGE\" providers --providers provider-key-value/target/provider")
                        .output())
                .contains("key-value 0.1.0\n");
    }

    private LauncherShell shell() {
        LauncherShell shell = new LauncherShell(folder);
        return used == Way.FOLDER
                ? shell.set("PROVIDERS", providers)
                : shell.set("PROVIDERS", scripts).set("STOWAGE", scripts.resolve(used.name()));
    }

    private Result run(String command) throws IOException, InterruptedException {
        return shell().run(command);
    }
}
