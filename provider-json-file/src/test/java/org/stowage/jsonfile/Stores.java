package org.stowage.jsonfile;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Opens stores, writes to them and reads them back, as the tests here need it. */
final class Stores {

    /** Longer than a machine stalls. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    static final EntitySchema PRODUCT = EntitySchema.named("product")
            .required("id", ValueType.INT64)
            .required("sku", ValueType.TEXT)
            .required("price", new ValueType.Decimal(2))
            .required("changed", ValueType.INSTANT)
            .optional("note", ValueType.TEXT)
            .required("version", ValueType.INT64)
            .key("id")
            .version("version")
            .index(Index.unique("sku"))
            .build();

    static final EntitySchema CITY = EntitySchema.named("city")
            .required("name", ValueType.TEXT)
            .optional("people", ValueType.INT64)
            .key("name")
            .build();

    private Stores() {}

    static Store open(Path folder, String... options) {
        return open(folder, true, options);
    }

    static Store open(Path folder, boolean create, String... options) {
        JsonFileProvider provider = new JsonFileProvider();
        Map<String, String> map = new java.util.TreeMap<>();
        Arrays.stream(options).map(option -> option.split("=")).forEach(option -> map.put(option[0], option[1]));
        return provider.open(StoreConfig.of("shop", folder.toString(), create, provider, map));
    }

    static Row product(long id, String note) {
        return Row.of(
                id,
                "sku-" + id,
                new BigDecimal("12.5"),
                Instant.parse("2026-02-28T12:30:00Z").plusNanos(id),
                note,
                1L);
    }

    static void create(Store store, EntitySchema... schemas) {
        store.evolve(Arrays.stream(schemas)
                .<SchemaChange>map(SchemaChange.CreateEntity::new)
                .toList());
    }

    static void insert(Store store, String entity, Row... rows) {
        write(store, new Change.Insert(entity, List.of(rows)));
    }

    static void save(Store store, String entity, Row... rows) {
        write(
                store,
                new Change.Save(
                        entity, Arrays.stream(rows).map(Change.Versioned::any).toList()));
    }

    static void delete(Store store, String entity, Object key) {
        write(store, new Change.Delete(entity, List.of(Change.Target.any(Key.of(key))), true));
    }

    static void write(Store store, Change... changes) {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            for (Change change : changes) {
                transaction.apply(change);
            }
            transaction.commit();
        }
    }

    static List<Row> rows(Store store, String entity) {
        EntitySchema schema = store.schemas().stream()
                .filter(each -> each.name().equals(entity))
                .findFirst()
                .orElseThrow();
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE);
                Scan scan = transaction.scan(ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of())))) {
            List<Row> rows = new ArrayList<>();
            for (Row row = scan.next(); row != null; row = scan.next()) {
                rows.add(row);
            }
            return rows;
        }
    }
}
