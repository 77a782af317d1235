package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stowage.launcher.Launched.Result;

/** The project that 'new-provider' makes; that it builds is tested with the distribution. */
class NewProviderTest {

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void isInAFolder() {
        launched = new Launched(folder);
    }

    @Test
    void makesAProjectWithNamesOfItsOwn() throws IOException {
        String printed = launched.done("new-provider", "key-value", "--package", "com.example.keyvalue");

        Path project = folder.resolve("provider-key-value");
        List<Path> files = filesIn(project);
        assertThat(printed).startsWith("made provider-key-value:\n").contains("mvn package");
        assertThat(files)
                .extracting(file -> project.relativize(file).toString())
                .containsExactlyInAnyOrder(
                        ".gitignore",
                        "README.md",
                        "pom.xml",
                        "src/main/java/com/example/keyvalue/KeyValueProvider.java",
                        "src/main/java/module-info.java",
                        "src/main/resources/META-INF/services/org.stowage.spi.PersistenceProvider",
                        "src/test/java/com/example/keyvalue/KeyValueConformanceTest.java",
                        "src/test/java/com/example/keyvalue/KeyValueHarness.java");
        for (Path file : files) {
            assertThat(file).content().doesNotContain("@name@", "@Class@", "@package@", "@stowage@");
            assertThat(printed).contains("  " + project.relativize(file) + "\n");
        }
        assertThat(outsideOfHome()).allMatch(file -> file.startsWith(project));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "KeyValue  | such as 'key-value'",
                "key_value | such as 'key-value'",
                "2fast     | such as 'fast'",
                "../x      | such as 'x'",
                "-         | such as 'key-value'",
                "memory    | choose another name",
            })
    void refusesANameThatIsNone(String name, String remedy) throws IOException {
        refused(launched.run("new-provider", "--", name), 2, remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "org.stowage.mine, belongs to Stowage",
        "com.new.x, is no package",
        "Com.Example, is no package",
    })
    void refusesAPackageThatIsNone(String name, String problem) throws IOException {
        refused(launched.run("new-provider", "key-value", "--package", name), 2, problem);
    }

    @Test
    void leavesAFolderThatIsThereAsItIs() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("provider-key-value"));
        refused(launched.run("new-provider", "key-value"), 1, "is there already");
        assertThat(mine).isEmptyDirectory();
        Files.delete(mine);

        refused(launched.run("new-provider", "key-value", "--into", "missing/here"), 1, "there is no folder");
    }

    private void refused(Result result, int status, String message) throws IOException {
        assertThat(result.status()).as(result.errors()).isEqualTo(status);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors()).contains(message);
        assertThat(outsideOfHome()).isEmpty();
    }

    private List<Path> outsideOfHome() throws IOException {
        return filesIn(folder).stream()
                .filter(file -> !file.startsWith(launched.home()))
                .toList();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
