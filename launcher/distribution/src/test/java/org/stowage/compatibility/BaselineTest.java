package org.stowage.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which release {@code ./verify} compares the API with: in a small repository with tags of every kind. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "./verify is a POSIX script")
class BaselineTest {

    private static final Path SCRIPT =
            Path.of("../../compatibility/baseline.sh").toAbsolutePath().normalize();
    private static final String COMMIT =
            "git -c user.name=test -c user.email=test@test commit -q --no-gpg-sign --allow-empty -m x";

    @TempDir
    private Path folder;

    @Test
    void isTheNewestOneBeforeThisCommitAndNoneWhereThereIsNone() throws Exception {
        assertThat(shell("api_release")).isEmpty();
        shell("git init -q . && " + COMMIT);
        assertThat(shell("api_release")).isEmpty();
        shell("git tag v1.9.0 && " + COMMIT + " && git tag v1.10.0 && " + COMMIT
                + " && git tag v1.11.0-rc1 && git tag other");
        shell("git checkout -q -b side v1.9.0 && " + COMMIT + " -m side && git tag v7.0.0 && git checkout -q -");
        shell(COMMIT + " && git tag v1.11.0");
        assertThat(shell("api_release")).isEqualTo("v1.10.0\n");
        shell(COMMIT);
        assertThat(shell("api_release")).isEqualTo("v1.11.0\n");
    }

    private String shell(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", ". '" + SCRIPT + "'; " + command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        // Neither the repository of whoever runs the tests, as in a hook of it, nor what he likes.
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
