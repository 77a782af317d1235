package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stowage.launcher.Launched.Result;

class ImportTest {

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void starts() {
        launched = new Launched(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            csv   | id,name\\n1,ä
            json  | [{'id': 1, 'name': 'ä'}]
            jsonl | {'id': 1, 'name': 'ä'}
            """)
    void passesOverAByteOrderMark(String extension, String content) {
        String file = launched.file(
                "a." + extension, "\uFEFF" + content.replace("\\n", "\n").replace('\'', '"'));
        launched.done("import", file, "--into", "a", "--key", "id");
        assertThat(launched.done("query", "from a", "--format", "csv")).isEqualTo("id,name\n1,ä\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1 2 -3                                 | int64
            9223372036854775807 9223372036854775808 | decimal
            1.5 20                                 | decimal
            0.12345678901234567                    | decimal
            1e5 2.5                                | float64
            true false                             | boolean
            TRUE FALSE                             | text
            0070 12                                | text
            +1 2                                   | text
            1 x                                    | text
            NaN 1.5                                | text
            2026-03-01 2026-12-31                  | date
            2026-03-01 2026-02-30                  | text
            12:30:00 23:59:59                      | time
            12:30 26:10                            | text
            2026-03-01T12:00:00Z                   | instant
            2026-03-01T12:00:00                    | datetime
            123e4567-e89b-12d3-a456-426614174000   | uuid
            """)
    void findsTheTypeThatAllValuesOfAColumnHave(String values, String type) {
        StringBuilder csv = new StringBuilder("id,field\n");
        String[] each = values.split(" ", -1);
        for (int i = 0; i < each.length; i++) {
            csv.append(i).append(',').append(each[i]).append('\n');
        }
        Result result = launched.run("import", launched.file("a.csv", csv.toString()), "--into", "a", "--key", "id");
        assertThat(result.status()).isZero();
        assertThat(result.errors()).isEqualTo("  id     int64  key\n  field  " + type + "\n");
        assertThat(launched.done("query", "select field from a", "--format", "csv")
                        .lines()
                        .count())
                .isEqualTo(each.length + 1);
    }

    @Test
    void keepsEveryDigitThatANumberIsWrittenWith() {
        String file = launched.file("a.csv", "id,n\n1,0.123456789012345678901234567890\n2,12345678901234567890.5\n");
        launched.done("import", file, "--into", "a", "--key", "id");
        assertThat(launched.done("export", "a"))
                .isEqualTo(
                        "{\"id\":1,\"n\":0.12345678901234567890123456789}\n{\"id\":2,\"n\":12345678901234567890.5}\n");
    }

    @Test
    void tellsAnEmptyTextFromNoValue() {
        String csv = "id,name\n1,\"\"\n2,\n3,x\n";
        Result result = launched.run("import", launched.file("a.csv", csv), "--into", "a", "--key", "id");
        assertThat(result.errors()).contains("name  text?");
        assertThat(launched.done("export", "a", "--format", "csv")).isEqualTo(csv);
        assertThat(launched.done("query", "from a where name is null", "--format", "csv"))
                .isEqualTo("id,name\n2,\n");
    }

    @Test
    void readsJsonWithListsAndObjectsAndFieldsThatAreLeftOut() {
        String file = launched.file("a.json", """
                [
                  {"id": 1, "tags": ["x", "y"], "size": {"w": 1.5, "h": 2}, "name": "NA"},
                  {"id": 2, "tags": [], "size": {"w": 3}, "extra": true}
                ]
                """);
        Result result = launched.run("import", file, "--into", "a", "--key", "id");
        assertThat(result.errors())
                .contains("tags   list(text)\n")
                .contains("name   text?\n")
                .contains("extra  boolean?\n");
        assertThat(launched.done("export", "a")).isEqualTo("""
                        {"id":1,"tags":["x","y"],"size":{"w":1.5,"h":2},"name":"NA","extra":null}
                        {"id":2,"tags":[],"size":{"w":3,"h":null},"name":null,"extra":true}
                        """);
    }

    @Test
    void readsStandardInput() {
        launched.reading("{\"id\": 1}\n\n{\"id\": 2}\n");
        launched.done("import", "-", "--from-format", "jsonl", "--into", "a", "--key", "id");
        assertThat(launched.done("count", "a")).isEqualTo("2\n");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no named pipes among its files")
    void readsAPipeThatCanBeReadOnlyOnce() throws Exception {
        Path pipe = launched.path("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                Files.writeString(pipe, "{\"id\": 1}\n{\"id\": 2}\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        launched.done("import", pipe.toString(), "--from-format", "jsonl", "--into", "a", "--key", "id");
        writer.join();
        assertThat(launched.done("count", "a")).isEqualTo("2\n");
    }

    @Test
    void makesAnEntityOfAHeaderWhoseTypesAreAllGiven() {
        String file = launched.file("a.csv", "id,code\n");
        assertThat(launched.run("import", file, "--into", "a", "--key", "id", "--types", "id int64")
                        .errors())
                .contains("holds no record")
                .contains("--types");
        launched.done("import", file, "--into", "a", "--key", "id", "--types", "id int64, code text?");
        assertThat(launched.done("export", "a", "--format", "csv")).isEqualTo("id,code\n");
    }

    @Test
    void noticesThatColumnsAreSeparatedBySomethingElse() {
        assertThat(launched.run("import", launched.file("a.csv", "id;code\n1;x\n"), "--into", "a", "--key", "id")
                        .errors())
                .contains("separated by semicolons");
    }

    @Test
    void takesTypesThatAreGiven() {
        String file = launched.file("a.csv", "id,price,code\n1,2.50,7\n");
        launched.done(
                "import", file, "--into", "a", "--key", "id", "--types", "price decimal(2)?, code enum(\"7\",\"8\")");
        assertThat(launched.done("export", "a", "--format", "csv")).isEqualTo("id,price,code\n1,2.50,7\n");
        assertThat(launched.done("schema", "a", "--format", "csv")).contains("a,price,decimal(2),yes,,");
    }

    @Test
    void takesTypesFromAFile() {
        String types = launched.file("types", "# the code is no number\ncode text\n");
        String file = launched.file("a.csv", "id,code\n1,7\n");
        launched.done("import", file, "--into", "a", "--key", "id", "--types", "@" + types);
        assertThat(launched.done("schema", "a", "--format", "csv")).contains("a,code,text,no,,");
    }

    @Test
    void makesIdentifiersOfNamesThatAreNone() {
        String file = launched.file("a.csv", "Airport ID,2nd name\n1,x\n");
        launched.done("import", file, "--into", "a", "--key", "Airport_ID");
        assertThat(launched.done("export", "a", "--format", "csv")).isEqualTo("Airport_ID,_2nd_name\n1,x\n");
    }

    @Test
    void takesAKeyOfSeveralFields() {
        String file = launched.file("a.csv", "shop,number,what\nA,1,x\nA,2,y\nB,1,z\n");
        launched.done("import", file, "--into", "a", "--key", "shop,number");
        assertThat(launched.done("get", "a", "B", "1", "--format", "csv")).isEqualTo("shop,number,what\nB,1,z\n");
    }

    @Test
    void addsToAnEntityThatIsThereOrReplacesByKey() {
        launched.done("import", launched.file("a.csv", "id,name\n1,x\n"), "--into", "a", "--key", "id");
        String more = launched.file("more.csv", "id,name\n2,y\n1,z\n");
        Result refused = launched.run("import", more, "--into", "a");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.errors()).contains("more.csv, line 3: the key '1' is in entity 'a' already");
        assertThat(launched.done("count", "a")).isEqualTo("1\n");
        launched.done("import", more, "--into", "a", "--save");
        assertThat(launched.done("export", "a", "--format", "csv")).isEqualTo("id,name\n1,z\n2,y\n");
    }

    @Test
    void refusesWhatDoesNotFitTheEntityThatIsThere() {
        launched.done("import", launched.file("a.csv", "id,name\n1,x\n"), "--into", "a", "--key", "id");
        assertThat(launched.run("import", launched.file("b.csv", "id,nam\n2,x\n"), "--into", "a")
                        .errors())
                .contains("line 2: entity 'a' has no field 'nam'; did you mean 'name'?");
        assertThat(launched.run("import", launched.file("b.csv", "id,name\n2,\n"), "--into", "a")
                        .errors())
                .contains("line 2: field 'name' has no value, and may not be null");
        assertThat(launched.run("import", launched.file("b.csv", "id,name\nx,y\n"), "--into", "a")
                        .errors())
                .contains("line 2: field 'id': 'x' is no int64; write it as 42");
        assertThat(launched.run("import", launched.file("b.csv", "id,name\n2,y\n"), "--into", "a", "--key", "name")
                        .status())
                .isEqualTo(2);
        assertThat(launched.done("count", "a")).isEqualTo("1\n");
    }

    @Test
    void findsADuplicateThatIsFarFromTheFirst() {
        StringBuilder csv = new StringBuilder("id\n");
        for (int i = 0; i < 20_000; i++) {
            csv.append(i).append('\n');
        }
        csv.append("137\n");
        Result result =
                launched.run("import", launched.file("a.csv", csv.toString()), "--into", "a", "--key", "id", "--save");
        assertThat(result.errors()).contains("line 20002: the key '137' is a duplicate of line 139");
        assertThat(launched.done("schema", "--format", "csv")).doesNotContain("a,id");
    }
}
