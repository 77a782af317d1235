package org.stowage.conformance.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
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

/**
 * An endless sequence of transactions, each of which is known by its number from 1 alone, and what a store holds after any of them. Every
 * transaction inserts, updates and deletes, in two entities, so that a part of one can be told from the whole.
 */
final class CrashScript {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How many transactions a row of {@code entry} lives. */
    private static final int LIFETIME = 40;

    private static final EntitySchema PROGRESS = EntitySchema.named("progress")
            .required("id", ValueType.INT64)
            .required("transaction", ValueType.INT64)
            .key("id")
            .build();

    private static final EntitySchema ENTRY = EntitySchema.named("entry")
            .required("id", ValueType.INT64)
            .required("transaction", ValueType.INT64)
            .optional("note", ValueType.TEXT)
            .key("id")
            .index(Index.unique("transaction", "id"))
            .build();

    private static final Key ONLY = Key.of(1L);

    private CrashScript() {}

    /** Makes the entities if they are not there yet. */
    static void prepare(Store store) {
        if (store.schemas().isEmpty()) {
            store.evolve(List.of(new SchemaChange.CreateEntity(PROGRESS), new SchemaChange.CreateEntity(ENTRY)));
        }
    }

    /** Runs a transaction; what it returns from has been acknowledged. */
    static void run(Store store, long number) {
        try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
            List<Change.Target> expired = rowsOf(number - LIFETIME).stream()
                    .map(row -> Change.Target.any(ENTRY.keyOf(row)))
                    .toList();
            transaction.apply(new Change.Insert("entry", rowsOf(number)));
            transaction.apply(new Change.Save("progress", List.of(Change.Versioned.any(Row.of(1L, number)))));
            transaction.apply(new Change.Delete("entry", expired, true));
            transaction.commit();
        }
    }

    /** Returns the number of the last transaction that the store holds, from its own words; 0 if there is none. */
    static long progress(Store store) {
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE)) {
            return transaction
                    .get("progress", ONLY)
                    .map(row -> (Long) Objects.requireNonNull(row.get(1)))
                    .orElse(0L);
        }
    }

    /** Returns the rows that the store holds, by key. */
    static Map<Long, Row> stored(Store store) {
        Map<Long, Row> rows = new TreeMap<>();
        Query everything = Query.of(ENTRY, Condition.ALWAYS, List.of());
        try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE);
                Scan scan = transaction.scan(ScanRequest.all(everything))) {
            for (Row row = scan.next(); row != null; row = scan.next()) {
                rows.put((Long) Objects.requireNonNull(row.get(0)), row);
            }
        }
        return rows;
    }

    /** Returns the rows that a store holds after a transaction, by key. */
    static Map<Long, Row> expected(long number) {
        Map<Long, Row> rows = new TreeMap<>();
        for (long n = Math.max(1, number - LIFETIME + 1); n <= number; n++) {
            rowsOf(n).forEach(row -> rows.put((Long) Objects.requireNonNull(row.get(0)), row));
        }
        return rows;
    }

    // One to five rows, one of them large now and then, so that a commit spans pages and blocks.
    private static List<Row> rowsOf(long number) {
        List<Row> rows = new ArrayList<>();
        if (number > 0) {
            for (long i = 0; i <= number % 5; i++) {
                String note = "note " + number + "/" + i + " ";
                rows.add(Row.of(number * 10 + i, number, number % 7 == i ? note.repeat(500) : note));
            }
        }
        return rows;
    }
}
