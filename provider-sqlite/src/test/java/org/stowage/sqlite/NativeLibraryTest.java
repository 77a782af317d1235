package org.stowage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told where it may keep the native library unpacks it once. */
class NativeLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void isUnpackedOnceAndAgainIfItIsDamaged() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path kept = Files.createDirectory(folder.resolve("kept with blanks"));
        assertThat(start(temporary, kept)).isEqualTo("unpacked");
        List<Path> files = files(kept);
        assertThat(files).hasSize(1);
        assertThat(start(temporary, kept)).isEqualTo("not unpacked");

        byte[] whole = Files.readAllBytes(files.get(0));
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2]++;
        Files.write(files.get(0), damaged);
        assertThat(start(temporary, kept)).isEqualTo("unpacked");
        assertThat(files(kept)).isEqualTo(files);
        assertThat(files.get(0)).hasBinaryContent(whole);
        assertThat(start(temporary, folder.resolve("not there"))).isEqualTo("unpacked");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private String start(Path temporary, Path kept) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dstowage.sqlite.library=" + kept,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        folder.resolve("a.db").toString(),
                        temporary.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    /** Opens a store and says whether the driver has unpacked its library. */
    static final class Opening {

        private Opening() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            SqliteStores.openWith(Path.of(arguments[0])).close();
            System.out.print(files(Path.of(arguments[1])).isEmpty() ? "not unpacked" : "unpacked");
        }
    }
}
