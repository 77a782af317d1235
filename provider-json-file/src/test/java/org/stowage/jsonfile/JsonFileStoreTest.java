package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stowage.jsonfile.Stores.CITY;
import static org.stowage.jsonfile.Stores.PRODUCT;
import static org.stowage.jsonfile.Stores.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.spi.Store;
import org.stowage.spi.change.Change;
import org.stowage.spi.value.Row;

class JsonFileStoreTest {

    @TempDir
    Path folder;

    @Test
    void writesOneReadableFileForEachEntity() throws IOException {
        try (Store store = Stores.open(folder)) {
            Stores.create(store, PRODUCT, CITY);
            Stores.insert(store, "product", product(2, "second"), product(1, null));
            Stores.insert(store, "city", Row.of("Köln", 1_000_000L), Row.of("Ålesund", null));
        }

        assertThat(names()).containsExactlyInAnyOrder("LOCK", "city.json", "product.json");
        assertThat(folder.resolve("product.json")).hasContent("""
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
                """);
        assertThat(folder.resolve("city.json")).hasContent("""
                {
                  "stowage": 1,
                  "entity": "city",
                  "fields": [
                    {"name":"name","type":"text"},
                    {"name":"people","type":"int64","nullable":true}
                  ],
                  "key": ["name"],
                  "rows": [
                    {"name":"Köln","people":1000000},
                    {"name":"Ålesund"}
                  ]
                }
                """);
    }

    @Test
    void findsAfterReopeningWhatWasCommitted() {
        try (Store store = Stores.open(folder)) {
            Stores.create(store, PRODUCT, CITY);
            Stores.insert(store, "product", product(1, "a"), product(2, "b"), product(3, "c"));
            Stores.save(store, "product", product(2, "changed"));
            Stores.delete(store, "product", 1L);
        }
        try (Store store = Stores.open(folder)) {
            assertThat(store.schemas()).containsExactly(CITY, PRODUCT);
            assertThat(Stores.rows(store, "product")).containsExactly(product(2, "changed"), product(3, "c"));
        }
    }

    @Test
    void commitsOverSeveralEntitiesTogether() {
        try (Store store = Stores.open(folder)) {
            Stores.create(store, PRODUCT, CITY);
            Stores.write(
                    store,
                    new Change.Insert("product", List.of(product(1, "a"))),
                    new Change.Insert("city", List.of(Row.of("Bonn", 1L))));
        }
        try (Store store = Stores.open(folder)) {
            assertThat(Stores.rows(store, "product")).hasSize(1);
            assertThat(Stores.rows(store, "city")).hasSize(1);
        }
    }

    @Test
    void leavesTheFilesAloneWhenNothingWasCommitted() throws IOException {
        try (Store store = Stores.open(folder)) {
            Stores.create(store, CITY);
        }
        Path file = folder.resolve("city.json");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        String before = Files.readString(file);
        try (Store store = Stores.open(folder)) {
            assertThat(Stores.rows(store, "city")).isEmpty();
        }
        assertThat(file).hasContent(before);
        assertThat(names()).containsExactlyInAnyOrder("LOCK", "city.json");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
