package org.stowage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class EvolutionTest {

    private static final ValueType SIZE = new ValueType.Enumeration(List.of("SMALL", "LARGE"));

    private static final EntitySchema ITEM = EntitySchema.named("Item")
            .required("id", ValueType.INT64)
            .required("name", ValueType.TEXT)
            .optional("sold", ValueType.BOOLEAN)
            .required("size", SIZE)
            .key("id")
            .index(Index.on("name"))
            .index(Index.unique("size", "name"))
            .build();

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = SqliteStores.openWith(folder.resolve("a.db"), ITEM);
        SqliteStores.insert(store, "Item", Row.of(1L, "one", true, "SMALL"), Row.of(2L, "two", null, "LARGE"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Makes a change and returns the rows as they are then, also after the store was opened again. */
    private List<Row> after(SchemaChange change, String entity) {
        @Nullable EntitySchema expected = change.applyTo(ITEM);
        assertThat(store.evolve(List.of(change))).containsExactly(expected);
        List<Row> rows = rows(entity);
        store.close();
        store = SqliteStores.open(folder.resolve("a.db"));
        assertThat(store.schemas()).containsExactly(expected);
        assertThat(rows(entity)).isEqualTo(rows);
        return rows;
    }

    private List<Row> rows(String entity) {
        EntitySchema schema = store.schemas().stream()
                .filter(candidate -> candidate.name().equals(entity))
                .findFirst()
                .orElseThrow();
        return SqliteStores.rows(store, ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of())));
    }

    @Test
    void aFieldThatMayBeNullIsAddedWithOrWithoutAValue() {
        assertThat(after(new SchemaChange.AddField("Item", Field.optional("price", ValueType.DECIMAL), null), "Item"))
                .containsExactly(Row.of(1L, "one", true, "SMALL", null), Row.of(2L, "two", null, "LARGE", null));
        store.evolve(List.of(
                new SchemaChange.AddField("Item", Field.optional("cost", ValueType.DECIMAL), new BigDecimal("1.5"))));
        assertThat(rows("Item").get(0)).isEqualTo(Row.of(1L, "one", true, "SMALL", null, new BigDecimal("1.5")));
    }

    @Test
    void aFieldThatMayNotBeNullIsAddedWithItsValue() {
        assertThat(after(new SchemaChange.AddField("Item", Field.required("stock", ValueType.INT64), 7L), "Item"))
                .containsExactly(Row.of(1L, "one", true, "SMALL", 7L), Row.of(2L, "two", null, "LARGE", 7L));
        assertThatThrownBy(() -> SqliteStores.insert(store, "Item", Row.of(3L, "two", null, "LARGE", 0L)))
                .isInstanceOf(UniqueViolatedException.class);
    }

    @Test
    void aFieldIsDropped() {
        assertThat(after(new SchemaChange.DropField("Item", "sold"), "Item"))
                .containsExactly(Row.of(1L, "one", "SMALL"), Row.of(2L, "two", "LARGE"));
    }

    @Test
    void fieldsAreRenamedInKeyAndIndexesToo() {
        assertThat(after(new SchemaChange.RenameField("Item", "name", "title"), "Item"))
                .containsExactlyElementsOf(List.of(Row.of(1L, "one", true, "SMALL"), Row.of(2L, "two", null, "LARGE")));
        store.evolve(List.of(new SchemaChange.RenameField("Item", "id", "number")));
        store.evolve(List.of(new SchemaChange.RenameField("Item", "sold", "gone")));
        assertThat(rows("Item")).hasSize(2);
        assertThatThrownBy(() -> SqliteStores.insert(store, "Item", Row.of(3L, "two", null, "LARGE")))
                .isInstanceOf(UniqueViolatedException.class)
                .hasMessageContaining("'LARGE' as 'size' and 'two' as 'title'");
    }

    @Test
    void anEntityIsRenamedAndItsOldNameIsFree() {
        assertThat(after(new SchemaChange.RenameEntity("Item", "item"), "item")).hasSize(2);
        store.evolve(List.of(new SchemaChange.CreateEntity(ITEM)));
        assertThat(rows("Item")).isEmpty();
        assertThat(rows("item")).hasSize(2);
        assertThatThrownBy(() -> store.evolve(List.of(new SchemaChange.RenameEntity("Item", "item"))))
                .isInstanceOf(SchemaMismatchException.class);
        assertThat(rows("Item")).isEmpty();
    }

    @Test
    void anEntityIsDroppedWithItsRows() {
        assertThat(store.evolve(List.of(new SchemaChange.DropEntity("Item")))).isEmpty();
        store.evolve(List.of(new SchemaChange.CreateEntity(ITEM)));
        assertThat(rows("Item")).isEmpty();
    }

    @Test
    void aFieldIsWidened() {
        ValueType sizes = new ValueType.Enumeration(List.of("LARGE", "MEDIUM", "SMALL"));
        assertThat(after(new SchemaChange.WidenField("Item", Field.optional("size", sizes)), "Item"))
                .hasSize(2);
        SqliteStores.insert(store, "Item", Row.of(3L, "three", null, "MEDIUM"), Row.of(4L, "four", null, null));
        assertThat(rows("Item")).hasSize(4);
    }

    @Test
    void indexesComeAndGo() {
        assertThat(after(new SchemaChange.DropIndex("Item", Index.unique("size", "name")), "Item"))
                .hasSize(2);
        SqliteStores.insert(store, "Item", Row.of(3L, "two", null, "LARGE"));
        List<EntitySchema> before = store.schemas();
        assertThatThrownBy(() -> store.evolve(List.of(
                        new SchemaChange.AddField("Item", Field.optional("price", ValueType.DECIMAL), null),
                        new SchemaChange.CreateIndex("Item", Index.unique("size", "name")))))
                .isInstanceOf(UniqueViolatedException.class)
                .hasMessageContaining("[size, name]");
        assertThat(store.schemas()).isEqualTo(before);
        assertThat(rows("Item")).hasSize(3);
        store.evolve(List.of(new SchemaChange.CreateIndex("Item", Index.unique("sold"))));
        assertThat(rows("Item")).hasSize(3);
    }

    @Test
    void namesThatDifferInCaseAloneAreDifferent() {
        List<SchemaChange> changes = new ArrayList<>();
        for (String name : List.of("ITEM", "item", "iTem")) {
            changes.add(new SchemaChange.CreateEntity(EntitySchema.named(name)
                    .required("a", ValueType.INT64)
                    .required("A", ValueType.TEXT)
                    .required("a_", ValueType.TEXT)
                    .required("größe", ValueType.TEXT)
                    .key("a")
                    .build()));
        }
        store.evolve(changes);
        SqliteStores.insert(store, "ITEM", Row.of(1L, "A", "a_", "ö"));
        assertThat(rows("ITEM")).containsExactly(Row.of(1L, "A", "a_", "ö"));
        assertThat(rows("item")).isEmpty();
    }

    @Test
    void aReaderKeepsTheShapeAndTheRowsOfTheMomentWhenItBegan() {
        try (Transaction before = SqliteStores.reading(store)) {
            store.evolve(List.of(
                    new SchemaChange.DropField("Item", "sold"), new SchemaChange.RenameField("Item", "name", "title")));
            assertThat(before.get("Item", Key.of(1L))).contains(Row.of(1L, "one", true, "SMALL"));
            try (Transaction after = SqliteStores.reading(store)) {
                assertThat(after.get("Item", Key.of(1L))).contains(Row.of(1L, "one", "SMALL"));
            }
        }
        try (Transaction again = SqliteStores.reading(store)) {
            assertThat(again.get("Item", Key.of(1L))).contains(Row.of(1L, "one", "SMALL"));
        }
    }
}
