package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.launcher.Launched.Result;

/** Whatever is wrong gets a clear error of one to three lines without a stack trace, and changes nothing. */
class BadInputTest {

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void hasAStoreWithOneEntity() {
        launched = new Launched(folder);
        for (String provider : List.of("sqlite", "json-file")) {
            launched.done(on(
                    provider,
                    "import",
                    launched.file("a.csv", "id,name\n1,x\n2,y\n"),
                    "--into",
                    "city",
                    "--key",
                    "id"));
        }
    }

    private String[] on(String provider, String... arguments) {
        return Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--provider",
                                provider,
                                "--at",
                                folder.resolve(provider).toString()))
                .toArray(String[]::new);
    }

    private void refused(Result result, int status, String message) {
        assertThat(result.errors()).contains(message).startsWith("stowage: ").doesNotContain("\tat ");
        assertThat(result.errors().lines().count()).isBetween(1L, 3L);
        assertThat(result.output()).isEmpty();
        assertThat(result.status()).isEqualTo(status);
        for (String provider : List.of("sqlite", "json-file")) {
            assertThat(launched.done(on(provider, "export", "city", "--format", "csv")))
                    .isEqualTo("id,name\n1,x\n2,y\n");
            assertThat(launched.done(on(provider, "schema", "--format", "csv")).lines())
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            broken.json  | [{"id": 1},\\n {"id": 2,}]    | line 2, column 11: it is no JSON
            cut.json     | [{"id": 1},\\n {"id": 2}      | line 2
            twice.json   | [{"id": 1, "id": 2}]          | Duplicate Object property "id"
            number.json  | [{"id": 01}]                  | line 1, column 10
            escape.json  | [{"id": "\\u0İ41"}]           | line 1, column 13: it is no JSON
            more.json    | [{"id": 1}]\\n[]              | line 2, column 1: nothing may follow the array
            object.json  | {"id": 1}                     | say --from-format jsonl
            scalar.json  | [1]                           | is no object
            broken.jsonl | {"id": 1}\\n{"id": }          | line 2, column 8: it is no JSON
            escape.jsonl | {"id": 1}\\n{"id": "\\u00Ł1"} | line 2, column 13: it is no JSON
            two.jsonl    | {"id": 1}\\n{"id": 2} {}      | line 2: nothing may follow the object
            mixed.jsonl  | {"id": 1}\\n{"id": "x"}       | line 2: field 'id' holds a text here and a number before
            missing.jsonl| {"id": 1}\\n{"name": "x"}     | the key field 'id' has no value in some record
            ragged.csv   | id,name\\n1,x\\n2             | line 3: the row has 1 cell and the first line names 2
            wide.csv     | id,name\\n1,x,y               | line 2: the row has 3 cells and the first line names 2
            open.csv     | id,name\\n1,x\\n2,"y          | line 3: it is no CSV
            behind.csv   | id,name\\n1,"x"y              | line 2: it is no CSV
            same.csv     | id,id\\n1,2                   | columns 1 and 2 are both named 'id'
            nameless.csv | id,\\n1,2                     | line 1: column 2 has no name
            empty.csv    | ''                            | is empty
            again.csv    | id,name\\n1,x\\n2,y\\n1,z     | line 4: the key '1' is a duplicate of line 2
            again.json   | [{"id":1},{"id":2},{"id":1}]  | line 1: the key '1' is a duplicate of line 1
            """)
    void aFileThatIsMalformed(String name, String content, String message) {
        String file = launched.file(name, content.replace("\\n", "\n"));
        for (String provider : List.of("sqlite", "json-file")) {
            Result result = launched.run(on(provider, "import", file, "--into", "other", "--key", "id"));
            // The types that were found are no error.
            String errors = result.errors().substring(result.errors().indexOf("stowage: "));
            refused(new Result(result.status(), result.output(), errors), 1, message);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            csv,   ISO-8859-1, 2, "id\\n1ä\\n"
            jsonl, ISO-8859-1, 2, "{'id': 1}\\n{'id': 2, 'n': 'ä'}\\n"
            json,  ISO-8859-1, 2, "[{'id': 1},\\n{'id': 2, 'n': 'ä'}]\\n"
            json,  UTF-16LE,   1, "[{'id': 1, 'n': 'ä'}]\\n"
            """)
    void bytesThatAreNoUtf8(String extension, Charset charset, int line, String content) throws IOException {
        Path file = folder.resolve("other." + extension);
        Files.write(file, content.replace("\\n", "\n").replace('\'', '"').getBytes(charset));
        refused(
                launched.run("import", file.toString(), "--into", "other", "--key", "id"),
                1,
                "other." + extension + ", line " + line + ": there are bytes that are no UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            from city where nme = 'x'        | column 17; did you mean 'name'?
            from city where name = 5         | column 17
            from city where id = 'x'         | column 17
            form city                        | unexpected 'form' at column 1; did you mean 'from'?
            from city whre id = 1            | column 11
            from city where id = 1 ordr by id | column 24
            from city where id like 'x%'     | column 17
            from town                        | unknown entity 'town' at column 6
            from city where id =             | column 21
            """)
    void aQueryThatIsWrong(String query, String message) {
        refused(launched.run(on("sqlite", "query", query)), 2, message);
        refused(launched.run(on("json-file", "query", query)), 2, message);
    }

    @Test
    void aParameterThatIsWrong() {
        refused(launched.run(on("sqlite", "query", "where id = :n")), 2, "parameter ':n' of type int64 has no value");
        refused(launched.run(on("sqlite", "query", "where id = :n", "--param", "n=x")), 2, "'x' is no int64");
        refused(launched.run(on("sqlite", "query", "where id = 1", "--param", "n=1")), 2, "unknown parameter 'n'");
    }

    @Test
    void aStatementThatWritesIsRefusedUnlessItIsAllowed() {
        refused(launched.run(on("sqlite", "query", "delete from city")), 2, "say --write");
        assertThat(launched.done(on("sqlite", "query", "delete from city where id = 2", "--write", "--format", "csv")))
                .isEqualTo("deleted\n1\n");
        assertThat(launched.done(on("sqlite", "count", "city"))).isEqualTo("1\n");
    }

    @Test
    void aProviderThatIsNotThere() {
        refused(launched.run(on("sqlit", "count", "city")), 2, "no provider is named 'sqlit'; did you mean 'sqlite'?");
    }

    @Test
    void anOptionThatTheProviderDoesNotHave() {
        refused(
                launched.run(on("sqlite", "count", "city", "--set", "durabilty=relaxed")),
                2,
                "provider 'sqlite' has no option 'durabilty'; did you mean 'durability'?");
        refused(launched.run(on("sqlite", "count", "city", "--set", "durability=some")), 2, "'some'");
    }

    @Test
    void anOptionThatIsNotWrittenAsOneIsNotRepeatedBecauseItMayBeASecret() {
        Result result = launched.run(on("sqlite", "count", "city", "--set", "hunter2"));
        refused(result, 2, "--set key=value");
        assertThat(result.errors()).doesNotContain("hunter2");
    }

    @Test
    void aCommandOrAnOptionThatIsNotThere() {
        refused(launched.run("qeury", "from city"), 2, "there is no command 'qeury'; did you mean 'query'?");
        refused(launched.run("query", "from city", "--provder", "x"), 2, "did you mean '--provider'?");
        refused(launched.run("copy", "a", "b", "--provider", "x"), 2, "there is no option '--provider' here");
        refused(launched.run("query", "from", "city"), 2, "'city' is one argument too many");
        refused(launched.run("get", "city"), 2, "missing required parameter: 'KEY'");
        refused(launched.run("query", "from city", "--limit", "-1"), 2, "--limit '-1' is negative");
        refused(launched.run("query", "from city", "--format", "xml"), 2, "xml");
        refused(launched.run(), 2, "name a command");
        refused(launched.run("run"), 2, "name an application to run; there is 'notes'");
        refused(launched.run("run", "nots"), 2, "there is no application 'nots'; did you mean 'notes'?");
        refused(launched.run("run", "notes", "--strt"), 2, "did you mean '--start'?");
    }

    @Test
    void aFileWhereAFolderIsNeededAndAFolderWhereAFileIs() {
        String file = launched.file("file", "x");
        refused(
                launched.run("count", "city", "--provider", "json-file", "--at", file),
                2,
                "is a file, and a folder is needed");
        refused(
                launched.run(
                        "import",
                        file,
                        "--from-format",
                        "csv",
                        "--into",
                        "x",
                        "--key",
                        "x",
                        "--provider",
                        "json-file",
                        "--at",
                        file),
                2,
                "is a file, and a folder is needed");
        refused(launched.run("count", "city", "--provider", "sqlite", "--at", folder.toString()), 2, "is a folder");
        assertThat(folder.resolve("file")).hasContent("x");
    }

    @Test
    void aStoreThatIsNotThereIsNotMadeByReading() {
        Path nowhere = folder.resolve("nowhere");
        for (String provider : List.of("sqlite", "json-file")) {
            Result result = launched.run("count", "city", "--provider", provider, "--at", nowhere.toString());
            refused(result, 2, "nowhere");
            assertThat(nowhere).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "json-file"})
    void aPlaceThatCannotBeWritten(String provider) {
        // Not even the superuser may make a file there.
        Result result = launched.run(
                "import",
                folder.resolve("a.csv").toString(),
                "--into",
                "x",
                "--key",
                "id",
                "--provider",
                provider,
                "--at",
                "/proc/stowage/x");
        assertThat(result.status()).isBetween(1, 2);
        refused(result, result.status(), "/proc/stowage");
    }

    @Test
    void aDamagedDatabaseIsLeftAsItIs() throws IOException {
        Path database = folder.resolve("damaged.db");
        byte[] content = "this is no database".repeat(500).getBytes(StandardCharsets.UTF_8);
        Files.write(database, content);
        refused(launched.run("count", "city", "--provider", "sqlite", "--at", database.toString()), 1, "damaged.db");
        assertThat(database).hasBinaryContent(content);
    }

    @Test
    void aDamagedJsonFileIsLeftAsItIsAndItsLineIsNamed() throws IOException {
        Path damaged = folder.resolve("damaged");
        launched.done("copy", "json-file:" + folder.resolve("json-file"), "json-file:" + damaged);
        Path file = damaged.resolve("city.json");
        String content = Files.readString(file).replace("\"y\"", "\"y");
        Files.writeString(file, content);
        Result result = launched.run("count", "city", "--provider", "json-file", "--at", damaged.toString());
        refused(result, 1, "city.json");
        assertThat(file).hasContent(content);
    }

    @Test
    void aStoreThatSomebodyElseHasOpen() {
        String url = "json-file:" + folder.resolve("json-file");
        refused(launched.run("copy", url, url), 1, "json-file");
    }

    @Test
    void aFileThatIsNotThereOrIsNone() {
        refused(launched.run("import", "nowhere.csv", "--into", "x", "--key", "id"), 1, "'nowhere.csv' is not there");
        refused(
                launched.run("import", folder.toString(), "--from-format", "csv", "--into", "x", "--key", "id"),
                1,
                "is a folder");
        refused(launched.run("import", "x.txt", "--into", "x", "--key", "id"), 2, "say --from-format");
    }

    @Test
    void anImportThatNamesNoKeyOrOneThatIsNotThere() {
        String file = folder.resolve("a.csv").toString();
        refused(launched.run("import", file, "--into", "x"), 2, "say --key FIELD");
        refused(launched.run("import", file, "--into", "x", "--key", "ids"), 2, "did you mean 'id'?");
        refused(
                launched.run("import", file, "--into", "x y", "--key", "id"),
                1,
                "'x y' cannot be the name of an entity");
    }

    @Test
    void debugShowsWhereItWentWrong() {
        Result result = launched.run(on("sqlite", "get", "city", "9", "--debug"));
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).contains("no city has the key '9'").contains("\tat org.stowage.launcher");
    }

    @Test
    void aFullDiskWhereTheOutputGoes() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no device that is always full");
        int status = fullDisk(full);
        assertThat(status).isEqualTo(1);
    }

    private int fullDisk(Path full) {
        try (OutputStream output = Files.newOutputStream(full)) {
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            int status = Main.run(
                    on("sqlite", "count", "city"),
                    new Surroundings(
                            InputStream.nullInputStream(),
                            output,
                            new PrintStream(errors, true, StandardCharsets.UTF_8),
                            Map.of(),
                            folder,
                            launched.home(),
                            null,
                            false));
            assertThat(errors.toString(StandardCharsets.UTF_8))
                    .startsWith("stowage: standard output could not be written: ")
                    .doesNotContain("\tat ");
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
