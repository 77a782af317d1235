package org.stowage.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Starts processes like this one. */
public final class JavaCommand {

    private JavaCommand() {}

    /** Returns the start of a command that has the Java and the classes of this process. */
    public static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"));
    }
}
