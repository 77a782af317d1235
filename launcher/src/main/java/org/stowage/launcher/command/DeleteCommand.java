package org.stowage.launcher.command;

import java.util.List;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.store.OpenStores;
import org.stowage.spi.change.Change;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.store.OpenStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes the row with a key. */
@Command(name = "delete", description = "Delete the row with a key; 'query --write \"delete from …\"' deletes many.")
final class DeleteCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private RowKey row;

    @Mixin
    private DryRun dryRun;

    @Mixin
    private StoreOptions store;

    DeleteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        try (OpenStores stores = dryRun.open(context, store.request(), false)) {
            String entity = row.entity();
            OpenStore written = stores.of(entity);
            EntitySchema schema = written.requireSchema(entity);
            Key target = row.in(schema);
            long deleted = written.write(transaction ->
                    transaction.apply(new Change.Delete(entity, List.of(Change.Target.any(target)), false)));
            if (deleted == 0) {
                throw new FailureException("no " + entity + " has the key '" + target + "'");
            }
            if (dryRun.dry()) {
                dryRun.report(context, stores);
            } else {
                context.print(entity + " '" + target + "' deleted\n");
            }
        }
    }
}
