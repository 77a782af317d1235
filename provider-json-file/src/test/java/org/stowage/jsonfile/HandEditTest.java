package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.jsonfile.Stores.product;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.spi.Store;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.value.Row;

/** What people may do to the files of a closed store, and what they are told when it does not fit. */
class HandEditTest {

    /** The first row is line 18. */
    private static final String FILE = """
            {
              "stowage": 1,
              "entity": "product",
              "fields": [
                {"name":"id","type":"int64"},
                {"name":"sku","type":"text"},
                {"name":"price","type":"decimal(2)"},
                {"name":"changed","type":"instant"},
                {"name":"note","type":"text","nullable":true},
                {"name":"version","type":"int64"}
              ],
              "key": ["id"],
              "version": "version",
              "indexes": [
                {"fields":["sku"],"unique":true}
              ],
              "rows": [
                {"id":1,"sku":"sku-1","price":"12.50","changed":"2026-02-28T12:30:00.000000001Z","version":1},
                {"id":2,"sku":"sku-2","price":"12.50","changed":"2026-02-28T12:30:00.000000002Z","note":"second","version":1}
              ]
            }
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("product.json");
        Files.writeString(file, FILE);
    }

    @Test
    void acceptsTheFileAsItIs() {
        assertAccepted();
    }

    private void assertAccepted() {
        try (Store store = Stores.open(folder, false)) {
            assertThat(store.schemas()).containsExactly(Stores.PRODUCT);
            assertThat(Stores.rows(store, "product")).containsExactly(product(1, null), product(2, "second"));
        }
    }

    @Test
    void takesEditedNewAndRemovedRows() throws IOException {
        edit("\"sku\":\"sku-1\"", "\"sku\":\"changed\"");
        edit("{\"id\":2,", "{\"id\":3,");
        try (Store store = Stores.open(folder)) {
            assertThat(Stores.rows(store, "product"))
                    .containsExactly(
                            product(1, null).with(1, "changed"),
                            product(2, "second").with(0, 3L));
        }
    }

    @Test
    void acceptsAnyOrderOfRowsAndFieldsAndAnyLayout() throws IOException {
        Files.writeString(file, FILE.substring(0, FILE.indexOf("\"rows\"")) + """
                        "rows": [{
                            "version": 1, "id": 2, "note": "second", "sku": "sku-2",
                            "price": "12.5", "changed": "2026-02-28T12:30:00.000000002Z" },
                          { "id": 1, "note": null, "sku": "sku-1", "price": "12.50", "version": 1,
                            "changed": "2026-02-28T12:30:00.000000001Z" }]}""");
        try (Store store = Stores.open(folder)) {
            assertThat(Stores.rows(store, "product")).containsExactly(product(1, null), product(2, "second"));
            Stores.save(store, "product", product(3, null));
            Stores.delete(store, "product", 3L);
        }
        assertThat(file).hasContent(FILE);
    }

    @Test
    void acceptsAByteOrderMarkAndWritesNone() throws IOException {
        Files.writeString(file, "\ufeff" + FILE);
        try (Store store = Stores.open(folder)) {
            Stores.save(store, "product", product(1, null));
        }
        assertThat(file).hasContent(FILE);
        assertThat(Files.readAllBytes(file)[0]).isEqualTo((byte) '{');
    }

    @Test
    void acceptsAFieldThatWasAddedToTheShape() throws IOException {
        edit(
                "{\"name\":\"version\",",
                "{\"name\":\"stock\",\"type\":\"int64\",\"nullable\":true},\n    {\"name\":\"version\",");
        try (Store store = Stores.open(folder)) {
            assertThat(store.schemas().get(0).position("stock")).isEqualTo(5);
            assertThat(Stores.rows(store, "product").get(0))
                    .isEqualTo(Row.of(
                            1L,
                            "sku-1",
                            new BigDecimal("12.5"),
                            Instant.parse("2026-02-28T12:30:00.000000001Z"),
                            null,
                            null,
                            1L));
        }
    }

    @Test
    void treatsAnEntityAsDroppedWhenItsFileIsRemoved() throws IOException {
        Files.delete(file);
        try (Store store = Stores.open(folder)) {
            assertThat(store.schemas()).isEmpty();
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                // What is changed, into what, with a § where it is refused, and how it is.
                mistake("\"id\":2", "\"id\":§\"2\"", "field 'id': expected a whole number"),
                mistake("\"id\":2", "\"id\":§2.0", "field 'id': expected a whole number", "the number 2.0"),
                mistake("\"id\":2", "\"id\":§2e0", "field 'id': expected a whole number"),
                mistake("\"id\":2", "\"id\":§null", "field 'id' may not be null"),
                mistake("\"id\":2", "\"id\":§true", "field 'id': expected a whole number", "found true"),
                mistake("\"id\":2", "\"id\":§{}", "field 'id'", "found an object"),
                mistake("\"id\":2", "\"id\":§9223372036854775808", "64 bits", "9223372036854775808"),
                mistake("\"id\":2", "\"id\":§\"9223372036854775808\"", "field 'id'"),
                mistake("\"id\":2", "\"id\":0§2", "malformed JSON", "field 'id'"),
                mistake("\"id\":2", "\"id\":+§2", "malformed JSON", "field 'id'"),
                mistake("\"id\":2", "\"id\":NaN§", "malformed JSON", "field 'id'"),
                mistake("\"id\":2", "§\"id\":" + "1".repeat(131), "limit", "field 'id'", "130"),
                mistake("{\"id\":2", "§{\"id\":1", "the key id is '1'", "product.json:18:5"),
                mistake(
                        "{\"id\":2,\"sku\":\"sku-2\"",
                        "§{\"id\":2,\"sku\":\"sku-1\"",
                        "sku, which an index keeps unique",
                        "product.json:18:5"),
                mistake("\"sku-2\"", "§17", "field 'sku': expected a text in quotes, found the number 17"),
                mistake("\"sku-2\"", "§\"a\\u0000\"", "field 'sku'", "U+0000"),
                mistake("\"sku-2\"", "§\"a\\ud800\"", "field 'sku'", "surrogate"),
                mistake("\"sku-2\"", "§'sku-2'", "malformed JSON", "field 'sku'"),
                mistake("\"sku-2\"", "\"sku§\t2\"", "malformed JSON", "field 'sku'"),
                mistake("\"sku\":\"sku-2\"", "\"sku\":\"a\",§\"sku\":\"b\"", "field 'sku' is there twice"),
                mistake("\"sku\":\"sku-2\"", "§\"skw\":\"sku-2\"", "no field 'skw'", "'sku'"),
                mistake(
                        "\"sku\":\"sku-2\",\"price\":\"12.50\",\"changed\":\"2026-02-28T12:30:00.000000002Z\",\"note\":\"second\",\"version\":1}",
                        "\"price\":\"12.50\",\"changed\":\"2026-02-28T12:30:00.000000002Z\",\"version\":1§}",
                        "field 'sku' is missing"),
                mistake("\"note\":\"second\"", "\"note\":§1", "field 'note': expected a text"),
                mistake("\"note\":\"second\"", "\"note\":null,§\"note\":\"x\"", "'note' is there twice"),
                mistake("\"12.50\"", "§12.50", "field 'price': expected a decimal in quotes", "the number 12.50"),
                mistake("\"12.50\"", "§\"12.505\"", "field 'price'", "12.505"),
                mistake("\"12.50\"", "§\"1e2\"", "field 'price': expected a decimal in quotes"),
                mistake(
                        "\"2026-02-28T12:30:00.000000002Z\"",
                        "§\"2026-02-28T12:30:00.000000002\"",
                        "field 'changed': expected an instant such as"),
                mistake("\"2026-02-28T12:30:00.000000002Z\"", "§\"2026-02-30T12:30:00.000000002Z\"", "field 'changed'"),
                mistake("\"2026-02-28T12:30:00.000000002Z\"", "§\"2026-02-28T24:00:00.000000000Z\"", "field 'changed'"),
                mistake("\"version\":1}\n  ]", "\"version\":1},\n  §]", "malformed JSON"),
                mistake("  ]\n}\n", "  ]\n§", "malformed JSON", "end-of-input"),
                mistake("  ]\n}", "  ]\n}§}", "malformed JSON"),
                mistake("  ]\n}", "  ]\n} §7", "expected the end of the file, found the number 7"),
                mistake("  ]\n}", "  ],\n§\"x\": 1}", "expected the end of the object"),
                mistake("},\n    {\"id\":2", "}\n    §{\"id\":2", "malformed JSON"),
                mistake("},\n    {\"id\":2", "}, §[],\n    {\"id\":2", "expected a row in braces"),
                mistake("\"stowage\": 1", "\"stowage\": §2", "form 1", "newer version"),
                mistake("\"stowage\": 1,\n  \"entity\"", "§\"entity\"", "expected \"stowage\""),
                mistake(
                        "{\n  \"stowage\": 1,\n  \"entity\": \"product\"",
                        "§{\n  \"stowage\": 1,\n  \"entity\": \"products\"",
                        "products.json"),
                mistake("\"entity\": \"product\"", "\"entity\": §5", "name of the entity"),
                mistake("\"fields\": [\n", "\"fields\": §[{\"name\":\"id\",\"type\":\"int64\"},\n", "id"),
                mistake("\"key\": [\"id\"]", "§\"keys\": [\"id\"]", "no member 'keys'", "'key'"),
                mistake("\"key\": [\"id\"]", "\"key\": [§1]", "name of a field"),
                mistake(
                        "  \"key\": [\"id\"],\n  \"version\": \"version\",\n  \"indexes\": [\n    {\"fields\":[\"sku\"],\"unique\":true}\n  ],\n  \"rows\"",
                        "  §\"rows\"",
                        "'key' is missing"),
                mistake("\"int64\"},\n    {\"name\":\"sku\"", "§\"int46\"},\n    {\"name\":\"sku\"", "int46", "int64"),
                mistake("\"nullable\":true", "\"nullable\":§1", "true or false"),
                mistake("\"nullable\":true", "§\"nulable\":true", "nulable", "'nullable'"),
                mistake("\"rows\"", "§\"row\"", "no member 'row'", "'rows'"),
                mistake("{\n  \"stowage\"", "§[\n  \"stowage\"", "expected an object"));
    }

    private static Arguments mistake(String from, String to, String... said) {
        return Arguments.of(from, to, said);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWhatDoesNotFitWithItsPlace(String from, String to, String[] said) throws IOException {
        String place = editAndMark(from, to);
        assertThatThrownBy(() -> Stores.open(folder))
                .isInstanceOf(CorruptStoreException.class)
                .message()
                .startsWith(place)
                .contains(said);
        // Refused is refused: the folder is free again and nothing was repaired.
        write();
        assertAccepted();
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException {
        String place = editAndMark("second", "zw§\u00f6lf");
        Files.write(file, Files.readString(file).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Stores.open(folder))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageStartingWith(place)
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void refusesOtherEncodings(Charset encoding) throws IOException {
        for (String mark : List.of("", "\ufeff")) {
            Files.writeString(file, mark);
            Files.write(file, FILE.getBytes(encoding), StandardOpenOption.APPEND);
            assertThatThrownBy(() -> Stores.open(folder))
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining("not UTF-8");
        }
    }

    @Test
    void refusesASecondByteOrderMark() throws IOException {
        Files.writeString(file, "\ufeff\ufeff" + FILE);
        assertThatThrownBy(() -> Stores.open(folder))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessage(file + ":1:1: the file begins with two byte order marks: remove them");
    }

    @Test
    void refusesAnEmptyFileAndOneThatWasCutOff() throws IOException {
        for (int length : new int[] {0, 1, 40, FILE.indexOf("sku-2"), FILE.length() - 3}) {
            Files.writeString(file, FILE.substring(0, length));
            assertThatThrownBy(() -> Stores.open(folder))
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining("product.json:");
        }
    }

    @Test
    void countsColumnsInCharacters() throws IOException {
        edit("\"sku-2\"", "\"\ud83d\ude00\u00e4\"");
        String place = editAndMark("\"note\":\"second\"", "\"note\":§1");
        assertThatThrownBy(() -> Stores.open(folder)).hasMessageStartingWith(place);
    }

    @Test
    void refusesOtherJsonFilesInItsFolderAndIgnoresTheRest() throws IOException {
        Files.writeString(folder.resolve("README.md"), "ours");
        Files.writeString(folder.resolve(".product.json.swp"), "an editor's");
        Files.createDirectory(folder.resolve("sub.json"));
        assertAccepted();
        assertThat(folder.resolve("README.md")).hasContent("ours");

        Files.writeString(folder.resolve("package.json"), "{\"name\": \"x\"}");
        assertThatThrownBy(() -> Stores.open(folder))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("package.json:1:2: ")
                .hasMessageContaining("move other JSON files out of the folder");
    }

    @Test
    void followsNoSymbolicLink() throws IOException {
        Path elsewhere = folder.resolve("elsewhere.txt");
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);
        assertThatThrownBy(() -> Stores.open(folder)).hasMessageContaining("symbolic link");
        assertThat(elsewhere).hasContent(FILE);
    }

    /** Edits the file and returns where the mark § was, as file, line and column. */
    private String editAndMark(String from, String to) throws IOException {
        edit(from, to);
        String marked = Files.readString(file);
        String before = marked.substring(0, marked.indexOf('§'));
        Files.writeString(file, marked.replace("§", ""));
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return file.toRealPath() + ":" + before.split("\n", -1).length + ":"
                + (line.codePointCount(0, line.length()) + 1) + ": ";
    }

    private void edit(String from, String to) throws IOException {
        String before = Files.readString(file);
        int last = before.lastIndexOf(from);
        assertThat(last).as(from).isNotNegative();
        Files.writeString(file, before.substring(0, last) + to + before.substring(last + from.length()));
    }
}
