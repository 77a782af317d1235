package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tools of the JDK that runs the tests, each in a process of its own. */
final class JdkTool {

    private JdkTool() {}

    /** Runs a tool, which must succeed, and returns the lines of its standard output. */
    static List<String> run(String name, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(arguments);
        Path output = Files.createTempFile(name, ".out");
        Path errors = Files.createTempFile(name, ".err");
        try {
            Process process = PlainProcess.of(new ProcessBuilder(command))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            boolean ended = PlainProcess.ends(process);
            process.destroyForcibly();
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            String complaints = Files.readString(errors, StandardCharsets.UTF_8);
            String description = String.join(" ", command) + "\n" + printed + complaints;
            assertThat(ended).as(description).isTrue();
            assertThat(process.exitValue()).as(description).isZero();
            return printed.lines().toList();
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
