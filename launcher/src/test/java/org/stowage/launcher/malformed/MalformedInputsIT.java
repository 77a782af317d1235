package org.stowage.launcher.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damaged and hostile inputs of each kind; {@code -Dstowage.malformed=…} sets how many. */
class MalformedInputsIT {

    private static final long SEED = Long.getLong("stowage.seed", System.nanoTime());
    private static final int INPUTS = Integer.getInteger("stowage.malformed", 2_000);

    @Test
    void areRefusedOrReadRightInLittleMemory() throws IOException, InterruptedException {
        System.out.println("malformed inputs: repeat with -Dstowage.seed=" + SEED);
        Path folder = Files.createTempDirectory(quick(), "stowage-malformed");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MalformedInputs.class.getName(),
                        Integer.toString(INPUTS),
                        Long.toString(SEED),
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> System.out.println(line.startsWith("malformed ") ? "figure: " + line : line));
        }
        int exit = process.waitFor();
        StoreKind.clear(folder);
        Files.delete(folder);
        assertThat(exit).as("the inputs above, seed %d", SEED).isZero();
    }

    /** Files that last for an instant need no disk. */
    private static Path quick() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
