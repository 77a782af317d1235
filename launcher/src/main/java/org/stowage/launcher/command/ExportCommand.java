package org.stowage.launcher.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.Progress;
import org.stowage.launcher.UsageException;
import org.stowage.launcher.input.InputFormat;
import org.stowage.launcher.output.OutputFormat;
import org.stowage.launcher.output.RowWriter;
import org.stowage.launcher.store.OpenStores;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.store.OpenStore;
import org.stowage.store.RowStream;
import org.stowage.store.StoreTransaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all rows of an entity, in the order of their keys. */
@Command(
        name = "export",
        description = "Write all rows of an entity to standard output or a file, which is there whole or not at all.")
final class ExportCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "ENTITY", description = "The entity.")
    private String entity;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The file; its end says the format unless --format does.")
    private @Nullable Path file;

    @Option(names = "--overwrite", description = "Replace the file if it is there.")
    private boolean overwrite;

    @Mixin
    private StoreOptions store;

    @Mixin
    private FormatOption format;

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        OutputFormat chosen = format.or(fileFormat());
        if (file != null && Files.exists(file) && !overwrite) {
            throw new FailureException("the file '" + file + "' is there already; say --overwrite to replace it");
        }
        try (OpenStores stores = context.open(store.request(), false)) {
            OpenStore read = stores.of(entity);
            EntitySchema schema = read.requireSchema(entity);
            ScanRequest all = ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of()));
            read.read(transaction -> {
                export(transaction, schema, all, chosen);
                return schema;
            });
        }
    }

    private OutputFormat fileFormat() {
        if (file == null) {
            return OutputFormat.JSONL;
        }
        return InputFormat.ofFileName(file.toString())
                .map(written -> OutputFormat.valueOf(written.name()))
                .orElseThrow(() -> new UsageException("the name '" + file
                        + "' does not say in which format to write; say --format json, jsonl or csv"));
    }

    private void export(StoreTransaction transaction, EntitySchema schema, ScanRequest all, OutputFormat chosen) {
        long total = context.surroundings().attended() ? transaction.count(all) : -1;
        try (RowStream rows = transaction.scan(all);
                Progress progress = context.progress("Exporting", total, "rows", 1)) {
            CommandContext.Rows written = writer -> write(rows, writer, progress);
            if (file == null) {
                context.print(chosen, EntityRows.columns(schema), written);
            } else {
                toFile(file, schema, chosen, written);
            }
        }
    }

    private static void write(RowStream rows, RowWriter writer, Progress progress) throws IOException {
        long count = 0;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new FailureException("stopped");
            }
            writer.write(row);
            progress.reached(++count);
        }
    }

    /** Writes beside the file and then takes its place, so that nobody finds half of it. */
    private static void toFile(Path file, EntitySchema schema, OutputFormat chosen, CommandContext.Rows rows) {
        Path beside = file.resolveSibling(String.format(
                Locale.ROOT,
                ".%s.%d.part",
                file.getFileName(),
                ProcessHandle.current().pid()));
        try {
            try (Writer output = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                RowWriter writer = chosen.writer(EntityRows.columns(schema), output);
                rows.writeTo(writer);
                writer.end();
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FailureException("the file '" + file + "' could not be written: " + reason(e), e);
        } finally {
            beside.toFile().delete();
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof NoSuchFileException
                ? "its folder is not there"
                : failure instanceof AccessDeniedException ? "it is not allowed" : String.valueOf(failure.getMessage());
    }
}
