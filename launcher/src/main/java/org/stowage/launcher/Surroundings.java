package org.stowage.launcher;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher has around it, so that nothing else asks the process.
 *
 * @param input standard input
 * @param output standard output; tells of failures by exceptions
 * @param errors standard error
 * @param environment the variables of the environment
 * @param folder where {@code stowage.properties} is looked for
 * @param home the folder of the distribution, or null if there is none
 * @param classArchive the file in which Java keeps the classes that commands need, or null if it keeps none
 * @param attended whether standard error is a terminal, where somebody may want to see progress
 */
public record Surroundings(
        InputStream input,
        OutputStream output,
        PrintStream errors,
        Map<String, String> environment,
        Path folder,
        @Nullable Path home,
        @Nullable Path classArchive,
        boolean attended) {

    /** Returns those of this process. The scripts that start it say where the distribution is and what standard error is. */
    static Surroundings ofProcess() {
        String home = System.getProperty("stowage.home");
        String archive = System.getProperty("stowage.archive");
        // System.out keeps failures to itself: a full disk would go unnoticed.
        return new Surroundings(
                System.in,
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                Path.of(""),
                home == null ? null : Path.of(home),
                archive == null ? null : Path.of(archive),
                Boolean.getBoolean("stowage.attended"));
    }
}
