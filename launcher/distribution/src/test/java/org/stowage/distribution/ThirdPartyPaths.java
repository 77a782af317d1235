package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application and a provider that strangers wrote: compiled against what they need alone, and run with every provider there is, on
 * the class path and on the module path. A part of {@link DropInIT}, so that the projects that Maven builds are built once.
 */
abstract class ThirdPartyPaths {

    private static final Path SOURCES = Path.of("src/test/resources/third-party");
    private static final Path DISTRIBUTION = Path.of("../target/stowage");
    private static final List<Path> FOR_PROVIDERS = List.of(library("stowage-spi"));
    private static final List<Path> FOR_APPLICATIONS = List.of(
            library("stowage-spi"), library("stowage-layers"), library("stowage-core"), library("jakarta.data-api"));
    private static final List<String> PROVIDERS = List.of("attic", "json-file", "memory", "mvstore", "sqlite");
    private static final String REMEDY =
            "; write 'opens bookshop.cellar to org.stowage' in the module-info of module 'bookshop'";

    @TempDir
    static Path built;

    @TempDir
    Path data;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        compile("provider", FOR_PROVIDERS);
        compile("application", FOR_APPLICATIONS);
    }

    @Test
    void theModulePathNeedsNoServiceFileAndSaysWhatToOpen() throws IOException, InterruptedException {
        Path application = built.resolve("application.jar");
        Path provider = built.resolve("provider.jar");
        jar(application, built.resolve("application"));
        jar(provider, built.resolve("provider"));

        List<String> printed = run(
                "--module-path",
                path(allWith(application, provider)),
                "--enable-native-access=org.xerial.sqlitejdbc",
                "--module",
                "bookshop/bookshop.Main");

        assertThat(printed)
                .containsExactlyElementsOf(expected(
                        "module path",
                        "jakarta.data.exceptions.MappingException: repository bookshop.cellar.Crates cannot be used:"
                                + " bookshop.cellar.Crate: it is not accessible" + REMEDY,
                        "jakarta.data.exceptions.MappingException: the body of 'any' of repository"
                                + " bookshop.cellar.Rummage is not accessible" + REMEDY));
    }

    @Test
    void theClassPathNeedsAServiceFileAndNothingOpened() throws IOException, InterruptedException {
        Path application = built.resolve("application-for-class-path.jar");
        Path provider = built.resolve("provider-for-class-path.jar");
        Path services = Files.createDirectories(built.resolve("services/META-INF/services"));
        Files.writeString(services.resolve("org.stowage.spi.PersistenceProvider"), "attic.AtticProvider\n");
        jar(application, built.resolve("application/bookshop"));
        jar(provider, built.resolve("provider/attic"), built.resolve("services/META-INF"));

        List<String> printed = run(
                "--class-path",
                path(allWith(application, provider)),
                "--enable-native-access=ALL-UNNAMED",
                "bookshop.Main");

        assertThat(printed).containsExactlyElementsOf(expected("class path", "12", "Alice"));
    }

    private static List<String> expected(String mechanism, String cellar, String rummage) {
        List<String> lines = new ArrayList<>();
        PROVIDERS.forEach(provider -> lines.add("found " + provider + " by " + mechanism));
        for (String provider : PROVIDERS) {
            lines.add(provider + " catalog Dune, Emma");
            lines.add(provider + " desk [emma]");
            lines.add(provider + " cellar " + cellar);
            lines.add(provider + " rummage " + rummage);
        }
        return lines;
    }

    private static void compile(String what, List<Path> against) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("--release", "21", "-Xlint:all", "-Werror"));
        command.addAll(List.of("--module-path", path(against)));
        command.addAll(List.of("-d", built.resolve(what).toString()));
        try (Stream<Path> sources = Files.walk(SOURCES.resolve(what))) {
            sources.filter(Files::isRegularFile).map(Path::toString).forEach(command::add);
        }
        JdkTool.run("javac", command);
    }

    /** Packages folders by their own names, but the folder of a module by what is in it. */
    private static void jar(Path target, Path... folders) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("--create", "--file", target.toString()));
        for (Path folder : folders) {
            boolean module = Files.exists(folder.resolve("module-info.class"));
            command.addAll(List.of("-C", (module ? folder : folder.getParent()).toString()));
            command.add(module ? "." : folder.getFileName().toString());
        }
        JdkTool.run("jar", command);
    }

    private List<String> run(String... arguments) throws IOException, InterruptedException {
        // What Java has to say of the machine would be among the lines of the program.
        List<String> command = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Xlog:disable"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("attic", "json-file:" + data.resolve("json"), "memory"));
        command.addAll(List.of("mvstore:" + data.resolve("shop.mv"), "sqlite:" + data.resolve("shop.db")));
        return JdkTool.run("java", command);
    }

    /** Returns what applications need, our providers with what each of them needs, and what strangers wrote. */
    private static List<Path> allWith(Path application, Path provider) throws IOException {
        List<Path> all = new ArrayList<>(FOR_APPLICATIONS);
        for (Path providers : List.of(
                DISTRIBUTION.resolve("providers"), ThirdPartyProjects.mvstore().provider())) {
            try (Stream<Path> files = Files.walk(providers)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(all::add);
            }
        }
        all.addAll(List.of(application, provider));
        return all;
    }

    private static Path library(String name) {
        try (Stream<Path> files = Files.list(DISTRIBUTION.resolve("lib"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name + " in " + DISTRIBUTION));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
