package org.stowage.launcher.command;

import java.util.List;
import org.stowage.launcher.output.OutputFormat;
import org.stowage.launcher.store.OpenStores;
import org.stowage.query.Column;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.OpenStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Counts the rows of an entity. */
@Command(name = "count", description = "Count the rows of an entity.")
final class CountCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "ENTITY", description = "The entity.")
    private String entity;

    @Mixin
    private StoreOptions store;

    @Mixin
    private FormatOption format;

    CountCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        try (OpenStores stores = context.open(store.request(), false)) {
            OpenStore counted = stores.of(entity);
            EntitySchema schema = counted.requireSchema(entity);
            ScanRequest all = ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of()));
            long rows = counted.read(transaction -> transaction.count(all));
            if (format.orTable() == OutputFormat.TABLE) {
                context.print(rows + "\n");
            } else {
                List<Column> columns = List.of(new Column("count", ValueType.INT64));
                context.print(format.orTable(), columns, writer -> writer.write(Row.of(rows)));
            }
        }
    }
}
