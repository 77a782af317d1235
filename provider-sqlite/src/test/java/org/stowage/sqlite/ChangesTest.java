package org.stowage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.spi.Store;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.Change.Target;
import org.stowage.spi.change.Change.Versioned;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.MissingException;
import org.stowage.spi.error.StaleVersionException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class ChangesTest {

    private static final EntitySchema ITEM = EntitySchema.named("Item")
            .required("id", ValueType.INT64)
            .required("version", ValueType.INT64)
            .optional("sku", ValueType.TEXT)
            .optional("shelf", ValueType.TEXT)
            .required("stock", ValueType.INT64)
            .key("id")
            .version("version")
            .index(Index.unique("sku", "shelf"))
            .index(Index.unique("stock"))
            .build();

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = SqliteStores.openWith(folder.resolve("a.db"), ITEM);
        SqliteStores.insert(
                store, "Item", item(1, 1, "a", "x", 10), item(2, 1, "b", "x", 20), item(3, 1, null, "x", 30));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Row item(long id, long version, String sku, String shelf, long stock) {
        return Row.of(id, version, sku, shelf, stock);
    }

    private static Versioned expecting(long version, Row row) {
        return new Versioned(row, OptionalLong.of(version));
    }

    private List<Row> rows() {
        return SqliteStores.rows(store, ScanRequest.all(Query.of(ITEM, Condition.ALWAYS, List.of())));
    }

    private void assertRefused(Change change, Class<? extends StoreException> type, long key) {
        List<Row> before = rows();
        assertThatThrownBy(() -> SqliteStores.write(store, change))
                .isInstanceOf(type)
                .satisfies(error -> {
                    assertThat(((StoreException) error).store()).contains("shop");
                    assertThat(((StoreException) error).entity()).contains("Item");
                    assertThat(((StoreException) error).key()).contains(Key.of(key));
                });
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void insertRefusesATakenKeyEvenIfAUniqueIndexClashesToo() {
        assertRefused(
                new Change.Insert("Item", List.of(item(4, 1, "d", "x", 40), item(1, 1, "b", "x", 20))),
                ExistsException.class,
                1);
        assertRefused(
                new Change.Insert("Item", List.of(item(4, 1, "d", "x", 40), item(4, 1, "e", "x", 50))),
                ExistsException.class,
                4);
    }

    @Test
    void aUniqueIndexRefusesEqualValuesAndIgnoresNulls() {
        SqliteStores.insert(
                store, "Item", item(4, 1, null, "x", 40), item(5, 1, "a", "y", 50), item(6, 1, "a", null, 60));
        assertRefused(new Change.Insert("Item", List.of(item(7, 1, "a", "x", 70))), UniqueViolatedException.class, 7);
        assertThatThrownBy(() -> SqliteStores.insert(store, "Item", item(8, 1, "z", "z", 80), item(7, 1, "a", "x", 70)))
                .hasMessageContaining("'a' as 'sku' and 'x' as 'shelf'")
                .hasMessageContaining("'7'")
                .hasMessageContaining("'1'");
    }

    @Test
    void aFailureBehindManyRowsNamesTheRowThatFailed() {
        Row[] many = new Row[2_500];
        for (int i = 0; i < many.length; i++) {
            many[i] = item(100 + i, 1, "s" + i, "m", 1_000 + i);
        }
        many[2_300] = item(100 + 2_300, 1, "a", "x", 999);
        assertRefused(new Change.Insert("Item", Arrays.asList(many)), UniqueViolatedException.class, 2_400);
        many[2_300] = item(3, 1, "s", "x", 999);
        assertRefused(new Change.Insert("Item", Arrays.asList(many)), ExistsException.class, 3);
    }

    @Test
    void updateWritesWhetherOrNotIndexedFieldsChange() {
        Change update = new Change.Update(
                "Item",
                List.of(
                        expecting(1, item(1, 2, "a", "x", 10)),
                        expecting(1, item(2, 2, "b2", "x", 21)),
                        Versioned.any(item(3, 2, "c", null, 30))));
        assertThat(SqliteStores.write(store, update).rows()).isEqualTo(3);
        assertThat(rows())
                .containsExactly(item(1, 2, "a", "x", 10), item(2, 2, "b2", "x", 21), item(3, 2, "c", null, 30));
    }

    @Test
    void updateRefusesWhatIsMissingStaleOrClashing() {
        assertRefused(
                new Change.Update("Item", List.of(expecting(1, item(9, 2, "i", "x", 90)))), MissingException.class, 9);
        assertRefused(
                new Change.Update(
                        "Item",
                        List.of(expecting(1, item(1, 2, "a", "x", 10)), expecting(7, item(2, 8, "b", "x", 20)))),
                StaleVersionException.class,
                2);
        assertRefused(
                new Change.Update("Item", List.of(expecting(1, item(2, 2, "a", "x", 20)))),
                UniqueViolatedException.class,
                2);
    }

    @Test
    void updatesOfOneKeyHappenInTheirOrder() {
        Change update = new Change.Update(
                "Item",
                List.of(
                        Versioned.any(item(1, 2, "moved", "x", 10)),
                        Versioned.any(item(1, 3, "a", "x", 10)),
                        Versioned.any(item(2, 2, "b", "x", 20))));
        assertThat(SqliteStores.write(store, update).rows()).isEqualTo(3);
        assertThat(rows()).contains(item(1, 3, "a", "x", 10), item(2, 2, "b", "x", 20));
        Change chain = new Change.Update(
                "Item", List.of(expecting(3, item(1, 4, "n", "x", 10)), expecting(4, item(1, 5, "n", "x", 11))));
        SqliteStores.write(store, chain);
        assertThat(rows()).contains(item(1, 5, "n", "x", 11));
    }

    @Test
    void anUpdateMayTakeAValueThatAnEarlierRowOfTheBatchGaveUp() {
        Change update = new Change.Update(
                "Item", List.of(Versioned.any(item(1, 2, "free", "x", 11)), Versioned.any(item(2, 2, "a", "x", 10))));
        SqliteStores.write(store, update);
        assertThat(rows()).contains(item(1, 2, "free", "x", 11), item(2, 2, "a", "x", 10));
        assertRefused(
                new Change.Update(
                        "Item",
                        List.of(Versioned.any(item(2, 3, "free", "x", 10)), Versioned.any(item(1, 3, "new", "x", 11)))),
                UniqueViolatedException.class,
                2);
    }

    @Test
    void saveInsertsOrReplacesByKeyAloneAndTheLastOfAKeyStays() {
        Change save = new Change.Save(
                "Item",
                List.of(
                        Versioned.any(item(1, 5, "a", "x", 10)),
                        Versioned.any(item(4, 1, "d", "x", 40)),
                        Versioned.any(item(4, 2, "e", "x", 41))));
        assertThat(SqliteStores.write(store, save).rows()).isEqualTo(3);
        assertThat(rows()).hasSize(4).contains(item(1, 5, "a", "x", 10), item(4, 2, "e", "x", 41));
    }

    @Test
    void saveNeverReplacesTheRowItClashesWith() {
        assertRefused(
                new Change.Save(
                        "Item",
                        List.of(Versioned.any(item(4, 1, "d", "x", 40)), Versioned.any(item(1, 2, "b", "x", 10)))),
                UniqueViolatedException.class,
                1);
        assertRefused(
                new Change.Save("Item", List.of(Versioned.any(item(5, 1, "b", "x", 50)))),
                UniqueViolatedException.class,
                5);
    }

    @Test
    void saveChecksTheExpectedVersionOfRowsThatExistInTheirOrder() {
        SqliteStores.write(
                store,
                new Change.Save(
                        "Item",
                        List.of(expecting(1, item(1, 2, "a", "x", 10)), expecting(7, item(4, 8, "d", "x", 40)))));
        assertThat(rows()).contains(item(1, 2, "a", "x", 10), item(4, 8, "d", "x", 40));
        assertRefused(
                new Change.Save(
                        "Item",
                        List.of(expecting(1, item(1, 2, "a", "x", 10)), Versioned.any(item(9, 1, "b", "x", 90)))),
                StaleVersionException.class,
                1);
    }

    @Test
    void deleteCountsWhatWasThereAndRefusesWhatIsRequiredOrStale() {
        assertThat(SqliteStores.write(
                                store,
                                new Change.Delete(
                                        "Item",
                                        List.of(
                                                Target.any(Key.of(1L)),
                                                Target.any(Key.of(1L)),
                                                Target.any(Key.of(9L)),
                                                new Target(Key.of(2L), OptionalLong.of(1)),
                                                new Target(Key.of(9L), OptionalLong.of(1))),
                                        false))
                        .rows())
                .isEqualTo(2);
        assertRefused(new Change.Delete("Item", List.of(Target.any(Key.of(1L))), true), MissingException.class, 1);
        assertRefused(
                new Change.Delete("Item", List.of(new Target(Key.of(3L), OptionalLong.of(9))), false),
                StaleVersionException.class,
                3);
        assertThat(rows()).containsExactly(item(3, 1, null, "x", 30));
    }

    @Test
    void theFirstStaleOneOfAKeyThatComesTwiceDecides() {
        assertRefused(
                new Change.Delete(
                        "Item",
                        List.of(new Target(Key.of(2L), OptionalLong.of(9)), new Target(Key.of(2L), OptionalLong.of(1))),
                        false),
                StaleVersionException.class,
                2);
        assertRefused(
                new Change.Update(
                        "Item",
                        List.of(expecting(9, item(2, 2, "b", "x", 20)), expecting(1, item(2, 2, "b", "x", 21)))),
                StaleVersionException.class,
                2);
    }

    @Test
    void aKeyThatIsUpdatedTwiceTakesBothInTheirOrder() {
        SqliteStores.write(
                store,
                new Change.Update(
                        "Item",
                        List.of(expecting(1, item(2, 1, "moved", "y", 25)), expecting(1, item(2, 2, "b", "x", 20)))));
        assertThat(rows()).contains(item(2, 2, "b", "x", 20));
    }

    @Test
    void anEntityMayBeNothingButItsKey() {
        EntitySchema tag = EntitySchema.named("Tag")
                .required("item", ValueType.INT64)
                .required("tag", ValueType.TEXT)
                .key("item", "tag")
                .build();
        store.evolve(List.of(new org.stowage.spi.schema.SchemaChange.CreateEntity(tag)));
        Row row = Row.of(1L, "red");
        SqliteStores.insert(store, "Tag", row);
        assertThat(SqliteStores.write(store, new Change.Save("Tag", List.of(Versioned.any(row))))
                        .rows())
                .isEqualTo(1);
        assertThat(SqliteStores.write(store, new Change.Update("Tag", List.of(Versioned.any(row))))
                        .rows())
                .isEqualTo(1);
        assertThat(SqliteStores.write(store, new Change.Delete("Tag", List.of(Target.any(Key.of(1L, "red"))), true))
                        .rows())
                .isEqualTo(1);
    }
}
