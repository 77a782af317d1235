package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void starts() {
        launched = new Launched(folder);
    }

    private String printed(String jsonLines, String format) {
        launched.reading(jsonLines);
        return launched.done(
                "query",
                "from t",
                "--from",
                "-",
                "--from-format",
                "jsonl",
                "--as",
                "t",
                "--key",
                "k",
                "--format",
                format);
    }

    @Test
    void alignsColumnsAlsoWhereCharactersAreWideOrTakeNoRoom() {
        String lines =
                "{\"k\":1,\"t\":\"東京\",\"n\":-12.5}\n{\"k\":20,\"t\":\"e\u0301a\",\"n\":null}\n{\"k\":3,\"t\":\"\",\"n\":100}\n";
        assertThat(printed(lines, "table")).isEqualTo("""
                         k  t         n
                        --  ----  -----
                         1  東京  -12.5
                         3  ""      100
                        20  e\u0301a        ∅
                        3 rows
                        """);
    }

    @Test
    void doesNotLetDataPlayWithTheTerminal() {
        String lines = "{\"k\":\"\\u001b[2J\\u009b\\u202eabc\",\"t\":\"a\\nb\"}\n";
        assertThat(printed(lines, "table"))
                .contains("\\u001b[2J\\u009b\\u202eabc")
                .contains("a\\nb");
        assertThat(printed(lines, "jsonl")).isEqualTo("{\"k\":\"\\u001b[2J\\u009b\\u202eabc\",\"t\":\"a\\nb\"}\n");
    }

    @Test
    void quotesWhatCsvMustQuote() {
        String lines =
                "{\"k\":\"a,b\",\"t\":\"say \\\"x\\\"\"}\n{\"k\":\"c\\nd\",\"t\":null}\n{\"k\":\"e\",\"t\":\"\"}\n";
        assertThat(printed(lines, "csv")).isEqualTo("k,t\n\"a,b\",\"say \"\"x\"\"\"\n\"c\nd\",\ne,\"\"\n");
    }

    @Test
    void shortensLongTextsInATableAlone() {
        String text = "x".repeat(100);
        String lines = "{\"k\":1,\"t\":\"" + text + "\"}\n";
        assertThat(printed(lines, "table")).contains("x".repeat(59) + "…").doesNotContain("x".repeat(60));
        assertThat(printed(lines, "json")).contains(text);
    }

    @Test
    void keepsTheWidthsOfTheFirstThousandRows() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1000; i <= 2001; i++) {
            lines.append("{\"k\":")
                    .append(i)
                    .append(",\"t\":\"")
                    .append(i == 2001 ? "longer" : "s")
                    .append("\"}\n");
        }
        assertThat(printed(lines.toString(), "table"))
                .startsWith("   k  t\n----  -\n1000  s\n")
                .endsWith("2001  longer\n1002 rows\n");
    }

    @Test
    void printsNoRowsInEveryFormat() {
        String query = "from t where k = 2";
        launched.reading("{\"k\":1}\n");
        String[][] expected = {{"table", "k\n-\n0 rows\n"}, {"json", "[]\n"}, {"jsonl", ""}, {"csv", "k\n"}};
        for (String[] each : expected) {
            assertThat(launched.done(
                            "query",
                            query,
                            "--from",
                            "-",
                            "--from-format",
                            "jsonl",
                            "--as",
                            "t",
                            "--key",
                            "k",
                            "--format",
                            each[0]))
                    .isEqualTo(each[1]);
        }
    }

    @Test
    void helpsWithEverything() {
        for (String command : new String[] {
            "run",
            "applications",
            "providers",
            "doctor",
            "describe",
            "import",
            "export",
            "query",
            "get",
            "put",
            "delete",
            "count",
            "schema",
            "copy"
        }) {
            assertThat(launched.done(command, "--help")).startsWith("Usage: stowage " + command);
            assertThat(launched.done("--help")).contains("  " + command + " ");
        }
        assertThat(launched.done("--version")).startsWith("stowage ");
    }
}
