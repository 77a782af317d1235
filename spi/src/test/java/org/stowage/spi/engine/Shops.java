package org.stowage.spi.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.Change.Target;
import org.stowage.spi.change.Change.Versioned;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** The entity of these tests: items with a unique code that may be null, an amount and a version. */
final class Shops {

    static final EntitySchema ITEM = EntitySchema.named("item")
            .required("id", ValueType.INT64)
            .optional("code", ValueType.TEXT)
            .required("amount", ValueType.INT64)
            .required("version", ValueType.INT64)
            .key("id")
            .version("version")
            .index(Index.unique("code"))
            .index(Index.on("amount"))
            .build();

    /** Longer than any machine stands still: nothing here waits in vain, but where a test says so. */
    static final Duration PATIENCE = Duration.ofDays(1);

    private Shops() {}

    static EngineBuilder empty() {
        return Engine.named("shop").load(ITEM, List.<Row>of().iterator());
    }

    static Row item(long id, String code, long amount, long version) {
        return Row.of(id, code, amount, version);
    }

    static Row item(long id, String code) {
        return item(id, code, 1, 1);
    }

    static Change insert(Row... rows) {
        return new Change.Insert("item", List.of(rows));
    }

    static Change update(Versioned... rows) {
        return new Change.Update("item", List.of(rows));
    }

    static Change save(Versioned... rows) {
        return new Change.Save("item", List.of(rows));
    }

    static Change delete(long... ids) {
        List<Target> targets = new ArrayList<>();
        for (long id : ids) {
            targets.add(Target.any(Key.of(id)));
        }
        return new Change.Delete("item", targets, false);
    }

    /** Commits some changes in one transaction and returns how many rows they concerned. */
    static long commit(Store store, Change... changes) {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            for (Change change : changes) {
                transaction.apply(change);
            }
            return transaction.commit().rows();
        }
    }

    /** Returns all items as a new reader sees them. */
    static List<Row> items(Store store) {
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
            return items(transaction);
        }
    }

    static List<Row> items(Transaction transaction) {
        try (Scan scan = transaction.scan(all())) {
            return rest(scan);
        }
    }

    static List<Row> rest(Scan scan) {
        List<Row> rows = new ArrayList<>();
        for (Row row = scan.next(); row != null; row = scan.next()) {
            rows.add(row);
        }
        return rows;
    }

    static ScanRequest all() {
        return ScanRequest.all(Query.of(ITEM, Condition.ALWAYS, List.of()));
    }
}
