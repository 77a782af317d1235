package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.launcher.Launched.Result;

/** Single rows: get, put, delete. */
class RecordCommandsTest {

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void hasAnEntity() {
        launched = new Launched(folder);
        launched.done(
                "import", launched.file("a.csv", "id,name,size\n1,x,1.5\n2,y,\n"), "--into", "city", "--key", "id");
    }

    @Test
    void showsARowFromTopToBottom() {
        assertThat(launched.done("get", "city", "2")).isEqualTo("id    2\nname  y\nsize  ∅\n");
        assertThat(launched.done("get", "city", "1", "--format", "json"))
                .isEqualTo("[\n  {\"id\":1,\"name\":\"x\",\"size\":1.5}\n]\n");
    }

    @Test
    void insertsAndReplaces() {
        assertThat(launched.done("put", "city", "{\"id\": 3, \"name\": \"z\"}")).isEqualTo("city '3' inserted\n");
        assertThat(launched.done("put", "city", "{\"id\": 3, \"name\": \"w\"}")).isEqualTo("city '3' replaced\n");
        assertThat(launched.run("put", "city", "{\"id\": 3, \"name\": \"v\"}", "--new")
                        .status())
                .isEqualTo(1);
        assertThat(launched.done("get", "city", "3", "--format", "csv")).isEqualTo("id,name,size\n3,w,\n");
    }

    @Test
    void refusesARecordThatIsNone() {
        for (String json : new String[] {"{", "[]", "{\"id\": 1} {}", "{\"id\": 1, \"id\": 2}"}) {
            Result result = launched.run("put", "city", json);
            assertThat(result.status()).as(json).isEqualTo(2);
            assertThat(result.errors()).doesNotContain("\tat ");
        }
        assertThat(launched.run("put", "city", "{\"id\": \"x\", \"name\": \"z\"}")
                        .errors())
                .isEqualTo("stowage: the record, line 1: field 'id': 'x' is no int64; write it as 42\n");
        assertThat(launched.run("put", "city", "{\"id\": 4, \"nam\": \"z\"}").errors())
                .contains("did you mean 'name'?");
        assertThat(launched.run("put", "city", "{\"id\": 4}").errors()).contains("field 'name' has no value");
        assertThat(launched.done("count", "city")).isEqualTo("2\n");
    }

    @Test
    void deletes() {
        assertThat(launched.done("delete", "city", "1")).isEqualTo("city '1' deleted\n");
        Result again = launched.run("delete", "city", "1");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.errors()).isEqualTo("stowage: no city has the key '1'\n");
        assertThat(launched.run("delete", "city", "x").status()).isEqualTo(2);
        assertThat(launched.run("delete", "city", "1", "2").errors())
                .contains("the key of 'city' is id; write 1 value");
        assertThat(launched.done("count", "city")).isEqualTo("1\n");
    }

    @Test
    void exportsToAFileThatIsThereWholeOrNotAtAll() {
        Path file = folder.resolve("out.csv");
        launched.done("export", "city", "--to", file.toString());
        assertThat(file).hasContent("id,name,size\n1,x,1.5\n2,y,");
        assertThat(launched.run("export", "city", "--to", file.toString()).errors())
                .contains("say --overwrite");
        launched.done("export", "city", "--to", file.toString(), "--overwrite");
        assertThat(launched.run("export", "city", "--to", "/proc/stowage.csv").status())
                .isEqualTo(1);
        assertThat(launched.run(
                                "export",
                                "city",
                                "--to",
                                folder.resolve("out.txt").toString())
                        .status())
                .isEqualTo(2);
        assertThat(folder.toFile().list()).doesNotContain("out.txt").noneMatch(name -> name.endsWith(".part"));
    }
}
