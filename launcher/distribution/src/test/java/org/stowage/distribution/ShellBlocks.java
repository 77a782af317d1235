package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.stowage.distribution.MarkdownBlocks.Block;

/** Runs the command blocks of a guide, in order, in one folder that looks like the source tree to them. */
final class ShellBlocks {

    private ShellBlocks() {}

    /** Requires that each block ends without a failure, and prints what the block after it shows, if that is a text. */
    static void run(String guide, Path folder) throws IOException, InterruptedException {
        Path root = GuideSources.ROOT;
        Files.createSymbolicLink(folder.resolve("stowage"), root.resolve("launcher/target/stowage/bin/stowage"));
        Files.createSymbolicLink(folder.resolve("examples"), root.resolve("examples"));
        Files.createSymbolicLink(folder.resolve("launcher"), root.resolve("launcher"));
        List<Block> blocks = MarkdownBlocks.of(root.resolve("docs").resolve(guide));
        assertThat(blocks).anyMatch(block -> block.language().equals("sh"));
        for (int i = 0; i < blocks.size(); i++) {
            if (isRun(blocks.get(i).language())) {
                String printed = run(folder, blocks.get(i).text());
                if (i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text")) {
                    assertThat(printed)
                            .as(blocks.get(i).text())
                            .isEqualTo(blocks.get(i + 1).text());
                }
            }
        }
    }

    /** A block that needs a program which may not be there names it behind the language. */
    private static boolean isRun(String language) {
        return language.equals("sh") || (language.startsWith("sh ") && isThere(language.substring("sh ".length())));
    }

    private static boolean isThere(String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(Path folder, String command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("standard-error", ".txt");
        ProcessBuilder builder =
                PlainProcess.of(new ProcessBuilder("sh", "-eu", "-c", command)).directory(folder.toFile());
        // javac and jar, as this JDK has them.
        builder.environment().merge("PATH", System.getProperty("java.home") + "/bin", (path, jdk) -> jdk + ":" + path);
        Process process = builder.redirectError(errors.toFile()).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(PlainProcess.ends(process)).as(command).isTrue();
        assertThat(process.exitValue())
                .as(() -> command + "\n" + printed + MarkdownBlocks.read(errors))
                .isZero();
        Files.delete(errors);
        return printed;
    }
}
