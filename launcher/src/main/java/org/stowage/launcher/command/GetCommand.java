package org.stowage.launcher.command;

import org.stowage.launcher.FailureException;
import org.stowage.launcher.output.OutputFormat;
import org.stowage.launcher.output.ValueDisplay;
import org.stowage.launcher.store.OpenStores;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.store.OpenStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the row with a key. */
@Command(name = "get", description = "Show the row with a key.")
final class GetCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private RowKey row;

    @Mixin
    private StoreOptions store;

    @Mixin
    private FormatOption format;

    GetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        try (OpenStores stores = context.open(store.request(), false)) {
            String entity = row.entity();
            OpenStore searched = stores.of(entity);
            EntitySchema schema = searched.requireSchema(entity);
            Key wanted = row.in(schema);
            Row found = searched.read(transaction -> transaction.get(entity, wanted))
                    .orElseThrow(() -> new FailureException("no " + entity + " has the key '" + wanted + "'"));
            if (format.orTable() == OutputFormat.TABLE) {
                down(schema, found);
            } else {
                context.print(format.orTable(), EntityRows.columns(schema), writer -> writer.write(found));
            }
        }
    }

    /** One row is read more easily from top to bottom. */
    private void down(EntitySchema schema, Row row) {
        TextRows rows = new TextRows("field", "value");
        for (int i = 0; i < row.size(); i++) {
            Field field = schema.fields().get(i);
            Object value = row.get(i);
            rows.add(field.name(), value == null ? null : ValueDisplay.text(field.type(), value));
        }
        rows.printBare(context);
    }
}
