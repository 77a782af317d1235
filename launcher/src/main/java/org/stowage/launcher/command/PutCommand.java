package org.stowage.launcher.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.stowage.launcher.input.RecordText;
import org.stowage.launcher.input.RowReader;
import org.stowage.launcher.input.SourceRecord;
import org.stowage.launcher.store.OpenStores;
import org.stowage.spi.change.Change;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreTransaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes one row. */
@Command(
        name = "put",
        description = {
            "Insert a row, or replace the one that has its key.",
            "",
            "If the entity has a version and the record holds one, the stored row must have the same; it is counted up."
        })
final class PutCommand implements Runnable {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "ENTITY", description = "The entity.")
    private String entity;

    @Parameters(
            index = "1",
            paramLabel = "JSON",
            description = "The whole row as an object; fields that are left out are null.")
    private String json;

    @Option(names = "--new", description = "Fail if there is a row with the key.")
    private boolean fresh;

    @Mixin
    private DryRun dryRun;

    @Mixin
    private StoreOptions store;

    PutCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        SourceRecord record = RecordText.parse(json);
        try (OpenStores stores = dryRun.open(context, store.request(), false)) {
            OpenStore written = stores.of(entity);
            EntitySchema schema = written.requireSchema(entity);
            Row row = schema.check(new RowReader(schema, "the record", false).row(record));
            boolean replaced = written.write(transaction -> put(transaction, schema, record, row));
            if (dryRun.dry()) {
                dryRun.report(context, stores);
            } else {
                context.print(entity + " '" + schema.keyOf(row) + "' " + (replaced ? "replaced" : "inserted") + "\n");
            }
        }
    }

    private boolean put(StoreTransaction transaction, EntitySchema schema, SourceRecord record, Row row) {
        Key key = schema.keyOf(row);
        Optional<Row> stored = fresh ? Optional.empty() : transaction.get(entity, key);
        if (stored.isEmpty()) {
            transaction.apply(new Change.Insert(entity, List.of(row)));
            return false;
        }
        transaction.apply(new Change.Update(entity, List.of(versioned(schema, record, row, stored.get()))));
        return true;
    }

    private static Change.Versioned versioned(EntitySchema schema, SourceRecord record, Row row, Row stored) {
        int version = schema.versionPosition();
        if (version < 0) {
            return Change.Versioned.any(row);
        }
        boolean given = record.names().contains(schema.version().orElseThrow());
        Long expected = (Long) (given ? row : stored).get(version);
        long known = expected == null ? 0 : expected;
        return new Change.Versioned(row.with(version, known + 1), OptionalLong.of(known));
    }
}
