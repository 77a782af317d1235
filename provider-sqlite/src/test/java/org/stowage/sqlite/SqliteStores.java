package org.stowage.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Row;

/** Real stores for tests, opened as the product opens them. */
@NullMarked
final class SqliteStores {

    /** Longer than a machine stalls. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private SqliteStores() {}

    static Store open(Path file) {
        return open(file, true, Map.of());
    }

    static Store open(Path file, boolean create, Map<String, String> options) {
        SqliteProvider provider = new SqliteProvider();
        return provider.open(StoreConfig.of("shop", file.toString(), create, provider, options));
    }

    static Store openWith(Path file, EntitySchema... schemas) {
        Store store = open(file);
        List<SchemaChange> changes = new ArrayList<>();
        for (EntitySchema schema : schemas) {
            changes.add(new SchemaChange.CreateEntity(schema));
        }
        store.evolve(changes);
        return store;
    }

    static Transaction reading(Store store) {
        return store.begin(Access.READ_ONLY, PATIENCE);
    }

    static Transaction writing(Store store) {
        return store.begin(Access.READ_WRITE, PATIENCE);
    }

    /** Makes changes in one transaction. */
    static ChangeResult write(Store store, Change... changes) {
        try (Transaction transaction = writing(store)) {
            for (Change change : changes) {
                transaction.apply(change);
            }
            return transaction.commit();
        }
    }

    static ChangeResult insert(Store store, String entity, Row... rows) {
        return write(store, new Change.Insert(entity, List.of(rows)));
    }

    /** Returns the rows that come out of the store itself, before anything is finished above it. */
    static List<Row> rows(Transaction transaction, ScanRequest request) {
        List<Row> rows = new ArrayList<>();
        try (Scan scan = transaction.scan(request)) {
            for (Row row = scan.next(); row != null; row = scan.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    static List<Row> rows(Store store, ScanRequest request) {
        try (Transaction transaction = reading(store)) {
            return rows(transaction, request);
        }
    }
}
