package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.spi.PersistenceProvider;

/** Does what the guides say, with the assembled distribution. */
class GuidesIT {

    private static final Path SHELF = GuideSources.ROOT.resolve("examples/provider-shelf/src");
    private static final Path MVSTORE = GuideSources.ROOT.resolve("examples/provider-mvstore/src");

    @ParameterizedTest
    @ValueSource(strings = {"writing-an-application.md", "writing-a-provider.md", "operations.md"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the blocks are for a POSIX shell")
    void everyCommandDoesWhatTheGuideSays(String guide, @TempDir Path folder) throws Exception {
        ShellBlocks.run(guide, folder);
    }

    @Test
    void theGuideToProvidersShowsTheProvider() throws Exception {
        List<Path> sources = new ArrayList<>(sources(SHELF));
        sources.addAll(sources(MVSTORE));
        sources.add(GuideSources.ROOT.resolve("provider-memory/src/main/java/org/stowage/memory/MemoryProvider.java"));
        GuideSources.contain("writing-a-provider.md", sources.toArray(Path[]::new));
    }

    @Test
    void theProviderCompilesAsAModule(@TempDir Path folder) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:all,-path",
                "-Werror",
                "-d",
                folder.toString(),
                "--module-path",
                placeOf(PersistenceProvider.class)));
        sources(SHELF.resolve("main")).forEach(source -> arguments.add(source.toString()));
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said, true);
        int status =
                ToolProvider.findFirst("javac").orElseThrow().run(printer, printer, arguments.toArray(String[]::new));
        assertThat(status).as(said.toString()).isZero();
        assertThat(folder.resolve("module-info.class")).exists();
    }

    private static String placeOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static List<Path> sources(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
