package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.distribution.LauncherShell.Result;

/** The distribution as a user has it: a process for each command, in a working folder. */
class LauncherIT {

    @TempDir
    private Path folder;

    private LauncherShell shell;

    @BeforeEach
    void openShell() {
        shell = new LauncherShell(folder);
    }

    private Result run(String command) throws IOException, InterruptedException {
        return shell.run(command);
    }

    @Test
    void importsAndQueriesInTheWorkingFolderWithoutAWordAboutProviders() throws Exception {
        Result imported = run("\"$STOWAGE\" import \"$AIRPORTS\" --into airport --key ident");
        assertThat(imported).isEqualTo(new Result(0, "airport: 5276 rows imported\n", imported.errors()));
        assertThat(imported.errors()).contains("elevation_ft       int64?").doesNotContain("stowage:");
        assertThat(folder.resolve("stowage.db")).isNotEmptyFile();
        String query =
                "\"$STOWAGE\" query \"select name where iso_country = 'CH' and type = 'large_airport' order by name\" --format csv";
        assertThat(run(query)).isEqualTo(new Result(0, "name\nGeneva International Airport\nZürich Airport\n", ""));
        Result copied = run("\"$STOWAGE\" copy sqlite:stowage.db json-file:airports");
        assertThat(copied.output()).endsWith("both sides are the same\n");
        assertThat(run("\"$STOWAGE\" count airport --provider json-file --at airports"))
                .isEqualTo(new Result(0, "5276\n", ""));
        assertThat(run("\"$STOWAGE\" export airport --format csv | head -n 1"))
                .extracting(Result::status, Result::errors)
                .containsExactly(0, "");
        assertThat(run("\"$STOWAGE\" export airport --format csv | sort | cksum"))
                .isEqualTo(run("sort < \"$AIRPORTS\" | cksum"));
        fullDisk();
    }

    private void fullDisk() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "there is no device that is always full");
        Result full = run("\"$STOWAGE\" export airport > /dev/full");
        assertThat(full.status()).isEqualTo(1);
        assertThat(full.errors())
                .startsWith("stowage: standard output could not be written: ")
                .hasLineCount(1);
    }

    @Test
    void findsTheProvidersAndApplicationsOfItsFolders() throws Exception {
        Result providers = run("\"$STOWAGE\" providers --format csv");
        assertThat(providers.output().lines().skip(1).map(line -> line.replaceFirst(",.*", "")))
                .containsExactly("json-file", "memory", "sqlite");
        assertThat(providers.output()).contains(",folder,not certified,,");
        assertThat(run("\"$STOWAGE\" applications").output()).contains("ordering");
        assertThat(run("\"$STOWAGE\" --version").output()).startsWith("stowage 0.");
    }

    @Test
    void saysWhatIsWrongWithoutAStackTrace() throws Exception {
        Result unknown = run("\"$STOWAGE\" count x --provider sqlit");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.errors())
                .startsWith("stowage: no provider is named 'sqlit'; did you mean 'sqlite'?")
                .hasLineCount(1);
        Result absent = run("\"$STOWAGE\" count x");
        assertThat(absent.status()).isEqualTo(2);
        assertThat(absent.errors()).contains("stowage.db").hasLineCount(1);
        assertThat(folder.resolve("stowage.db")).doesNotExist();
    }

    @Test
    void runsAnApplicationUntilItIsStopped() throws Exception {
        assertThat(shell.serve("--provider json-file --at data --store users=memory", 3))
                .containsExactly(
                        "  restaurants: json-file at data", "  users: memory", "  shopping: json-file at data");
        assertThat(folder.resolve(".errors")).isEmptyFile();
        // What it held is given back: another process may have the store.
        assertThat(run("\"$STOWAGE\" schema --provider json-file --at data").output())
                .contains("Restaurant");
    }
}
