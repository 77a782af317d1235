package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stowage.launcher.Launched.Result;

class CopyTest {

    private static final String EVERY_TYPE = """
            {"id":1,"b":true,"i":9223372036854775807,"f":1.5E300,"d":0.10000000000000000000001,"t":"ß𝄞\\u0001","u":"00000000-0000-4000-8000-000000000001","m":"2026-03-01T12:00:00.000000001Z","y":"2026-03-01","h":"23:59:59.999999999","l":"0001-01-01T00:00:00","x":"AAEC","e":"B","s":["a",""],"o":{"p":1,"q":null}}
            {"id":2,"b":null,"i":null,"f":null,"d":null,"t":null,"u":null,"m":null,"y":null,"h":null,"l":null,"x":null,"e":null,"s":null,"o":null}
            """;

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void hasAStoreWithValuesOfEveryType() {
        launched = new Launched(folder);
        launched.done(
                "import",
                launched.file("a.jsonl", EVERY_TYPE),
                "--into",
                "thing",
                "--key",
                "id",
                "--types",
                "b boolean?, i int64?, f float64?, d decimal?, t text?, u uuid?, m instant?, y date?, h time?, l datetime?, "
                        + "x bytes?, e enum(A,B)?, s list(text)?, o struct(p int64, q? text)?",
                "--provider",
                "sqlite",
                "--at",
                folder.resolve("first.db").toString());
        launched.done(
                "import",
                launched.file("b.csv", "k\nx\n"),
                "--into",
                "other",
                "--key",
                "k",
                "--provider",
                "sqlite",
                "--at",
                folder.resolve("first.db").toString());
    }

    private String url(String provider, String name) {
        return provider + ":" + folder.resolve(name);
    }

    private static List<String> digests(String output) {
        List<String> digests = new ArrayList<>();
        output.lines()
                .filter(line -> line.contains("sha256:"))
                .forEach(line -> digests.add(line.replaceFirst(".*:", "")));
        return digests;
    }

    @ParameterizedTest
    @CsvSource({"json-file, sqlite", "json-file, json-file", "sqlite, json-file"})
    void nothingChangesOnTheWayThroughOtherProviders(String second, String third) {
        String there = launched.done("copy", url("sqlite", "first.db"), url(second, "second"));
        String back = launched.done("copy", url(second, "second"), url(third, "third"));
        assertThat(there)
                .endsWith("both sides are the same\n")
                .startsWith("other: 1 row\n")
                .contains("thing: 2 rows\n");
        assertThat(back).isEqualTo(there);
        assertThat(digests(there)).hasSize(4).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        assertThat(launched.done(
                        "export",
                        "thing",
                        "--provider",
                        third,
                        "--at",
                        folder.resolve("third").toString()))
                .isEqualTo(EVERY_TYPE);
    }

    @Test
    void anotherValueGivesAnotherDigest() {
        String before = launched.done("copy", url("sqlite", "first.db"), "memory", "other");
        launched.done(
                "put",
                "other",
                "{\"k\": \"y\"}",
                "--provider",
                "sqlite",
                "--at",
                folder.resolve("first.db").toString());
        assertThat(digests(launched.done("copy", url("sqlite", "first.db"), "memory", "other")))
                .doesNotContainAnyElementsOf(digests(before));
    }

    @ParameterizedTest
    @CsvSource({"sqlite", "json-file"})
    void rowsThatAreThereAreKeptUnlessTheyAreGivenUp(String provider) {
        String target = url(provider, "second");
        String at = folder.resolve("second").toString();
        launched.done(
                "import",
                launched.file("c.csv", "k,n\nz,1\n"),
                "--into",
                "other",
                "--key",
                "k",
                "--provider",
                provider,
                "--at",
                at);
        Result refused = launched.run("copy", url("sqlite", "first.db"), target);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.errors()).contains("entity 'other'").contains("--replace");
        assertThat(launched.done("schema", "--format", "csv", "--provider", provider, "--at", at)
                        .lines())
                .containsExactly("entity,field,type,null,role,indexes", "other,k,text,no,key,", "other,n,int64,no,,");
        launched.done("copy", url("sqlite", "first.db"), target, "--replace");
        assertThat(launched.done("export", "other", "--provider", provider, "--at", at))
                .isEqualTo("{\"k\":\"x\"}\n");
    }

    @Test
    void copiesOnlyWhatIsNamed() {
        String output = launched.done("copy", url("sqlite", "first.db"), url("json-file", "second"), "other");
        assertThat(output).contains("other: 1 row\n").doesNotContain("thing");
        Result wrong = launched.run("copy", url("sqlite", "first.db"), url("json-file", "second"), "thng");
        assertThat(wrong.errors()).contains("did you mean 'thing'?");
    }
}
