package org.stowage.layers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stowage.spi.Access;
import org.stowage.spi.CompletedScan;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** A small store, and what one does with it. */
final class Dishes {

    static final Duration PATIENCE = Duration.ofMillis(200);

    static final EntitySchema DISH = EntitySchema.named("Dish")
            .required("id", ValueType.INT64)
            .required("name", ValueType.TEXT)
            .optional("price", ValueType.INT64)
            .key("id")
            .index(Index.unique("name"))
            .build();

    static final Expression PRICE = Expression.Path.of("price", ValueType.INT64);

    private Dishes() {}

    /** Returns a store with three dishes. */
    static Engine store() {
        Engine store = Engine.named("shop").open();
        store.evolve(List.of(new SchemaChange.CreateEntity(DISH)));
        write(store, new Change.Insert("Dish", List.of(dish(1, "soup", 4), dish(2, "stew", 9), dish(3, "pie", 6))));
        return store;
    }

    static Row dish(long id, String name, long price) {
        return Row.of(id, name, price);
    }

    static Change save(Row... rows) {
        return new Change.Save(
                "Dish", List.of(rows).stream().map(Change.Versioned::any).toList());
    }

    static Change delete(long id) {
        return new Change.Delete("Dish", List.of(Change.Target.any(Key.of(id))), true);
    }

    /** Returns the request for the dishes that cost more than an argument, the cheapest first. */
    static ScanRequest dearerThan(long price) {
        Condition dearer = new Condition.Comparison(
                Condition.Relation.GREATER, PRICE, new Expression.Parameter(0, ValueType.INT64));
        Sort byPrice = Sort.ascending(Expression.Path.of("price", ValueType.INT64));
        return ScanRequest.all(Query.of(DISH, dearer, List.of(byPrice)), List.of(price));
    }

    static void write(Store store, Change... changes) {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            List.of(changes).forEach(transaction::apply);
            transaction.commit();
        }
    }

    static List<Row> rows(Store store, EntitySchema schema) {
        return ask(store, ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of())));
    }

    static List<Row> ask(Store store, ScanRequest request) {
        EntitySchema schema = store.schemas().stream()
                .filter(candidate -> candidate.name().equals(request.query().entity()))
                .findFirst()
                .orElseThrow();
        List<Row> rows = new ArrayList<>();
        try (Transaction reader = store.begin(Access.READ_ONLY, PATIENCE);
                Scan scan = CompletedScan.of(reader.scan(request), request, schema)) {
            for (Row row = scan.next(); row != null; row = scan.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
