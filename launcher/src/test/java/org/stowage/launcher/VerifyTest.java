package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.launcher.Launched.Result;
import org.stowage.launcher.lying.LyingJar;

/** Answers that are compared. */
class VerifyTest {

    @TempDir
    private Path folder;

    private Launched launched;
    private String dishes;

    @BeforeEach
    void hasDishes() {
        launched = new Launched(folder);
        dishes = launched.file("dish.csv", "id,name,price\n1,soup,4\n2,stew,9\n");
        launched.done("import", dishes, "--into", "dish", "--key", "id");
    }

    @Test
    void reportsAProviderThatLies() throws IOException {
        Path providers = Files.createDirectories(launched.home().resolve("providers"));
        LyingJar.write(providers.resolve("lying.jar"));

        Result result = launched.run(
                "query",
                "from dish where price > 3",
                "--from",
                dishes,
                "--key",
                "id",
                "--provider",
                "lying",
                "--format",
                "csv",
                "--verify=100%");

        assertThat(result.output()).isEqualTo("id,name,price\n2,stew,9\n");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors())
                .startsWith("""
                        store 'lying' gave a wrong answer: its rows differ from number 1 on
                          query     from dish where price > 3 order by id
                        """)
                .contains("  expected  [1, soup, 4]\n            [2, stew, 9]\n  given     [2, stew, 9]\n")
                .contains("    Condition condition = new Condition.Comparison(Condition.Relation.GREATER, ")
                .contains("stowage: 1 of 1 answers that were compared are wrong, as reported above");
    }

    @Test
    void comparesAnswersAndSaysNothingIfTheyAreRight() {
        Result result = launched.run("--verify", "100%", "query", "from dish where price > 4 order by name");
        assertThat(result.errors()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.output()).isEqualTo(launched.done("query", "from dish where price > 4 order by name"));
    }

    @Test
    void refusesAShareThatIsNone() {
        Result result = launched.run("count", "dish", "--verify=half");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors())
                .isEqualTo("stowage: 'half' is no share: expected a number from 0 to 100 and '%', such as '1%'\n");
    }
}
