package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.fixture.ProvidersFolder;

/** Folders of providers that are not what they should be, and what else than a JAR may be in one. */
class BadProviderFolderTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private ProvidersFolder providers;

    @BeforeEach
    void hasAGoodOne() throws IOException {
        providers = new ProvidersFolder(folder);
    }

    private void assertFolderRejected(Path bad, String fault) {
        try (ProviderRegistry registry = providers.builder().folder(bad).build()) {
            assertThat(registry.find("good")).isPresent();
            assertThat(registry.rejected()).hasSize(1);
            assertThat(registry.rejected().get(0).toString())
                    .startsWith(bad + ": the providers' folder " + fault + "; ");
            assertThatThrownBy(() -> registry.provider("other"))
                    .hasMessageEndingWith("in the folder " + folder + " and in the folder " + bad + ", which " + fault);
        }
    }

    @Test
    void rejectsAFolderThatIsNotThereAndOneThatIsAFile() throws IOException {
        assertFolderRejected(elsewhere.resolve("missing"), "is not there");
        assertFolderRejected(Files.createFile(elsewhere.resolve("file")), "is no folder");
        assertFolderRejected(Files.createSymbolicLink(elsewhere.resolve("dangling"), Path.of("gone")), "is not there");
    }

    @Test
    void rejectsAFolderOfTheKernelThatIsNone() {
        Path status = Path.of("/proc/self/status");
        assumeThat(status).exists();
        assertFolderRejected(status, "is no folder");
        assertFolderRejected(status.resolve("below"), "is not there");
    }

    @Test
    void rejectsAFolderThatCannotBeRead() throws IOException {
        Path closed = Files.createDirectory(elsewhere.resolve("closed"));
        Files.setPosixFilePermissions(closed, Set.of());
        assumeThat(Files.isReadable(closed)).isFalse(); // Everything is readable to root.
        assertFolderRejected(closed, "cannot be listed");
    }

    @Test
    void rejectsAFolderInsideAnArchive() throws IOException {
        URI archive = URI.create("jar:" + providers.resolve("good.jar").toUri());
        try (FileSystem inside = FileSystems.newFileSystem(archive, Map.of())) {
            assertFolderRejected(inside.getPath("/good"), "is not in the file system of this machine");
        }
    }

    @Test
    void notesAnEmptyFolder() throws IOException {
        Path empty = Files.createDirectory(elsewhere.resolve("empty"));
        try (ProviderRegistry registry = providers.builder().folder(empty).build()) {
            assertThat(registry.rejected()).isEmpty();
            assertThat(registry.notes()).containsExactly(empty + " is empty");
        }
    }

    @Test
    void passesOverOtherFilesWithANote() throws IOException {
        Files.writeString(providers.resolve("README.txt"), "put JARs here", StandardCharsets.UTF_8);
        Files.writeString(providers.resolve(".hidden.jar"), "not a JAR", StandardCharsets.UTF_8);
        Files.createDirectory(providers.resolve("empty"));
        try (ProviderRegistry registry = providers.registry()) {
            assertThat(registry.find("good")).isPresent();
            assertThat(registry.rejected()).isEmpty();
            assertThat(registry.notes())
                    .containsExactly(
                            providers.resolve("README.txt") + " is no JAR and was passed over",
                            providers.resolve("empty") + " holds no JAR and was passed over");
        }
    }

    @Test
    void rejectsAFolderThatIsNamedLikeAJar() throws IOException {
        Files.createDirectories(providers.resolve("unpacked.jar/META-INF"));
        providers.assertRejected("unpacked.jar", "named like a JAR and is a folder", "pack what is in it");
    }

    @Test
    void rejectsALinkThatLeadsOutOfTheFolder() throws IOException {
        Path outside = ProvidersFolder.provider("a.Outside", "outside").write(elsewhere.resolve("outside.jar"));
        Files.createSymbolicLink(providers.resolve("link.jar"), outside);
        providers.assertRejected("link.jar", "a link that leads out of the folder", "put the JAR itself there");
    }

    @Test
    void rejectsAUnitWithALinkThatLeadsOutOfTheFolder() throws IOException {
        Path outside = ProvidersFolder.provider("a.Outside", "outside").write(elsewhere.resolve("outside.jar"));
        ProvidersFolder.provider("a.Inside", "inside").write(providers.resolve("unit/inside.jar"));
        Files.createSymbolicLink(providers.resolve("unit/link.jar"), outside);
        providers.assertRejected("unit/link.jar", "a link that leads out of the folder", "put the JAR itself there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone.jar", "link.jar"})
    void rejectsALinkThatLeadsNowhereOrToItself(String target) throws IOException {
        Files.createSymbolicLink(providers.resolve("link.jar"), Path.of(target));
        providers.assertRejected("link.jar", "a link that leads nowhere", "put the JAR itself there");
    }

    @Test
    void countsAJarOnceThatALinkInsideTheFolderNamesAgain() throws IOException {
        Files.createSymbolicLink(providers.resolve("link.jar"), Path.of("good.jar"));
        try (ProviderRegistry registry = providers.registry()) {
            assertThat(registry.providers()).hasSize(1);
            assertThat(registry.rejected()).isEmpty();
        }
    }
}
