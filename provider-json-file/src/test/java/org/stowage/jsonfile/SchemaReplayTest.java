package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Store;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class SchemaReplayTest {

    @Test
    void replaysEveryKindOfChangeAmongCommits() {
        SimulatedFolder folder = new SimulatedFolder();
        Store store = open(folder);
        Stores.create(store, Stores.CITY, Stores.PRODUCT);
        Stores.insert(store, "city", Row.of("Bonn", 1L));
        store.evolve(List.of(
                new SchemaChange.AddField("city", Field.required("area", new ValueType.Decimal(1)), decimal("1.5")),
                new SchemaChange.AddField("city", Field.optional("mayor", ValueType.TEXT), null)));
        Stores.insert(store, "city", Row.of("Ulm", 2L, decimal("2"), "x"));
        store.evolve(List.of(
                new SchemaChange.RenameField("city", "people", "citizens"),
                new SchemaChange.DropField("city", "mayor"),
                new SchemaChange.WidenField("city", Field.optional("area", new ValueType.Decimal(3))),
                new SchemaChange.CreateIndex("city", Index.unique("citizens")),
                new SchemaChange.CreateIndex("city", Index.on("area", "name"))));
        Stores.insert(store, "city", Row.of("Wien", 3L, decimal("0.125")), Row.of("Graz", 4L, null));
        store.evolve(List.of(
                new SchemaChange.DropIndex("city", Index.on("area", "name")),
                new SchemaChange.RenameEntity("city", "Town"),
                new SchemaChange.DropEntity("product")));
        Stores.delete(store, "Town", "Ulm");

        SimulatedFolder left = folder.afterKill();
        for (int opening = 1; opening <= 2; opening++) {
            try (Store found = open(left)) {
                assertThat(found.schemas()).isEqualTo(store.schemas());
                assertThat(found.schemas())
                        .singleElement()
                        .satisfies(schema -> assertThat(schema.indexes()).containsExactly(Index.unique("citizens")));
                assertThat(Stores.rows(found, "Town"))
                        .containsExactly(
                                Row.of("Bonn", 1L, decimal("1.5")),
                                Row.of("Graz", 4L, null),
                                Row.of("Wien", 3L, decimal("0.125")));
            }
        }
    }

    private static Object decimal(String number) {
        return ValueType.DECIMAL.check(new java.math.BigDecimal(number));
    }

    private static Store open(SimulatedFolder folder) {
        return JsonFileStore.open(new StoreErrors("shop"), folder, Folder.Writing.THROUGH, Long.MAX_VALUE, () -> {});
    }
}
