package org.stowage.launcher.command;

import org.stowage.launcher.store.OpenStores;
import org.stowage.launcher.transfer.ImportMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a file into an entity. */
@Command(
        name = "import",
        description = {
            "Bring the records of a file into an entity: all of them or, after any error, none.",
            "",
            "An entity that is not there is made, with the types that the file turns out to have: whole numbers are int64, "
                    + "numbers with a point are decimal (no digit is lost), numbers with an exponent are float64, true and false are "
                    + "boolean; UUIDs, dates, times and instants in ISO form are that; all else is text, also what begins with a "
                    + "zero. An empty cell of a CSV file is null, a quoted one an empty text."
        })
final class ImportCommand implements Runnable {

    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            description = "A file of JSON (an array), JSON Lines or CSV; '-' is standard input.")
    private String file;

    @Option(names = "--into", required = true, paramLabel = "ENTITY", description = "The entity.")
    private String entity;

    @Option(names = "--save", description = "Replace rows that have the same key, rather than fail.")
    private boolean save;

    @Mixin
    private ImportFile importing;

    @Mixin
    private DryRun dryRun;

    @Mixin
    private StoreOptions store;

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        importing.format(file);
        try (OpenStores stores = dryRun.open(context, store.request(), true)) {
            ImportMode mode = save ? ImportMode.SAVE : ImportMode.INSERT;
            long rows = importing.run(context, stores.of(entity), file, entity, mode, true);
            context.print(
                    entity + ": " + rows + (rows == 1 ? " row" : " rows") + (dryRun.dry() ? " read\n" : " imported\n"));
            dryRun.report(context, stores);
        }
    }
}
