package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.launcher.Launched.Result;

/** Commands that say what they would change. */
class DryRunTest {

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void hasDishes() {
        launched = new Launched(folder);
        launched.done(
                "import",
                launched.file("dishes.csv", "id,name,price\n1,soup,4\n2,stew,9\n"),
                "--into",
                "dish",
                "--key",
                "id");
    }

    private String all() {
        return launched.done("query", "from dish", "--format", "csv");
    }

    @Test
    void saysWhatAnImportWouldChangeAndChangesNothing() {
        String before = all();
        String more = launched.file("more.csv", "id,name,price\n2,stew,10\n3,pie,6\n");

        assertThat(launched.done("import", more, "--into", "dish", "--save", "--dry-run"))
                .isEqualTo("""
                dish: 2 rows read
                dry run: nothing was changed; it would have been
                  dish: 1 added, 1 changed, 0 removed
                """);
        assertThat(launched.done("import", more, "--into", "meal", "--key", "id", "--dry-run"))
                .endsWith("""
                  meal: new entity
                  meal: 2 added, 0 changed, 0 removed
                """);

        assertThat(all()).isEqualTo(before);
        assertThat(launched.done("schema")).doesNotContain("meal");
    }

    @Test
    void failsAsTheImportWouldFail() {
        Result result = launched.run(
                "import", launched.file("more.csv", "id,name,price\n2,stew,10\n"), "--into", "dish", "--dry-run");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).contains("say --save to replace rows that have the same key");
    }

    @Test
    void makesNoStoreForADryRun() {
        Path elsewhere = folder.resolve("elsewhere.db");
        Result result = launched.run(
                "import",
                launched.file("more.csv", "id\n1\n"),
                "--into",
                "dish",
                "--key",
                "id",
                "--dry-run",
                "--provider",
                "sqlite",
                "--at",
                elsewhere.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void saysWhatOtherCommandsWouldChange() {
        String before = all();

        assertThat(launched.done("delete", "dish", "1", "--dry-run"))
                .endsWith("  dish: 0 added, 0 changed, 1 removed\n");
        assertThat(launched.done("put", "dish", "{\"id\":1,\"name\":\"soup\",\"price\":5}", "--dry-run"))
                .endsWith("  dish: 0 added, 1 changed, 0 removed\n");
        assertThat(launched.done("put", "dish", "{\"id\":1,\"name\":\"soup\",\"price\":4}", "--dry-run"))
                .endsWith("  nothing\n");
        assertThat(launched.done("query", "--write", "--dry-run", "update dish set price = price + 1"))
                .endsWith("  dish: 0 added, 2 changed, 0 removed\n");

        assertThat(all()).isEqualTo(before);
    }

    @Test
    void triesACopy() {
        String target = "json-file:" + folder.resolve("copied");
        launched.done("copy", "sqlite:" + folder.resolve("default.db"), target);
        launched.done("delete", "dish", "1");

        assertThat(launched.done("copy", "sqlite:" + folder.resolve("default.db"), target, "--replace", "--dry-run"))
                .startsWith("dish: 1 row\n")
                .endsWith("both sides are the same\ndry run: nothing was changed\n");

        assertThat(launched.done(
                        "count",
                        "dish",
                        "--provider",
                        "json-file",
                        "--at",
                        folder.resolve("copied").toString()))
                .contains("2");
    }
}
