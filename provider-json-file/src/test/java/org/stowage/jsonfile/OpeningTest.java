package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.spi.Store;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.StoreLockedException;
import org.stowage.spi.value.Row;

class OpeningTest {

    @TempDir
    Path folder;

    @Test
    void refusesASecondStoreOfTheSameProcessUntilTheFirstIsClosed() throws IOException {
        Path sameFolder =
                Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("shop")));
        try (Store store = Stores.open(folder.resolve("shop"))) {
            Stores.create(store, Stores.CITY);
            assertThatThrownBy(() -> Stores.open(sameFolder))
                    .isInstanceOf(StoreLockedException.class)
                    .hasMessageContaining("open in another store object of this process");
            Stores.insert(store, "city", Row.of("Bonn", null));
        }
        try (Store store = Stores.open(sameFolder)) {
            assertThat(Stores.rows(store, "city")).hasSize(1);
        }
    }

    @Test
    void refusesAStoreThatAnotherProcessHasOpenAndRecoversWhatItLeft() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            // The other one says how many commits it has done.
            assertThat(process.inputReader().readLine()).isEqualTo("1");
            assertThatThrownBy(() -> Stores.open(folder))
                    .isInstanceOf(StoreLockedException.class)
                    .hasMessageContaining("process " + process.pid() + " on ");
            String last = "1";
            for (int i = 0; i < 50; i++) {
                last = process.inputReader().readLine();
            }
            process.destroyForcibly();
            process.waitFor();
            try (Store store = Stores.open(folder)) {
                assertThat(Stores.rows(store, "city")).hasSizeGreaterThanOrEqualTo(Integer.parseInt(last));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** Commits until it is killed. */
    public static final class Writer {

        private Writer() {}

        /** Writes to the folder that is named. */
        public static void main(String[] arguments) {
            Store store = Stores.open(Path.of(arguments[0]), "fold-at=100");
            Stores.create(store, Stores.CITY);
            for (int i = 1; true; i++) {
                Stores.insert(store, "city", Row.of("city " + i, (long) i));
                System.out.println(i);
            }
        }
    }

    @Test
    void givesTheLockBackWhenOpeningFails() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{");
        assertThatThrownBy(() -> Stores.open(folder)).hasMessageContaining("x.json:1:2");
        Files.delete(file);
        Stores.open(folder).close();
    }

    @Test
    void namesWhatIsWrongWithTheLocation() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Stores.open(file))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("'" + file + "' is a file, and a folder is needed");
        assertThatThrownBy(() -> Stores.open(file.resolve("below"))).isInstanceOf(BadConfigurationException.class);
        assertThatThrownBy(() -> Stores.open(folder.resolve("missing"), false))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> Stores.open(folder, false))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("holds no store");
        assertThatThrownBy(() -> Stores.open(Path.of("")))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("the location is empty");
        assertThat(file).hasContent("x");
    }

    @Test
    void createsTheFolderAndThoseAroundIt() {
        Path deep = folder.resolve("a/b/c");
        try (Store store = Stores.open(deep)) {
            Stores.create(store, Stores.CITY);
        }
        assertThat(deep.resolve("city.json")).exists();
    }
}
