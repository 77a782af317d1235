package org.stowage.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.Progress;
import org.stowage.launcher.UsageException;
import org.stowage.launcher.input.InputFile;
import org.stowage.launcher.input.InputFormat;
import org.stowage.launcher.input.RecordSource;
import org.stowage.launcher.input.TypeList;
import org.stowage.launcher.transfer.EntityImport;
import org.stowage.launcher.transfer.ImportMode;
import org.stowage.launcher.transfer.ImportPlan;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.store.OpenStore;
import picocli.CommandLine.Option;

/** How a file is brought into an entity; the part that 'import' and 'query --from' have in common. */
final class ImportFile {

    @Option(
            names = "--key",
            paramLabel = "FIELD",
            split = ",",
            description = "The key field, or several with commas; needed unless the entity is there.")
    private List<String> key = new ArrayList<>();

    @Option(
            names = "--from-format",
            paramLabel = "FORMAT",
            description = "How the file is written, if its name does not say: ${COMPLETION-CANDIDATES}.")
    private @Nullable InputFormat format;

    @Option(
            names = "--types",
            paramLabel = "TYPES",
            description = "Types that are known, as 'elevation int64?, ident text', or @FILE with one on each line; "
                    + "'?' allows null. The other types are found by reading the file.")
    private @Nullable String types;

    boolean given() {
        return !key.isEmpty() || format != null || types != null;
    }

    InputFormat format(String file) {
        if (format != null) {
            return format;
        }
        return InputFormat.ofFileName(file)
                .orElseThrow(() -> new UsageException("the name '" + file
                        + "' does not say how the file is written; say --from-format json, jsonl or csv"));
    }

    /**
     * Imports and returns the number of rows.
     *
     * @param shown whether the types that were found are shown
     */
    long run(CommandContext context, OpenStore store, String file, String entity, ImportMode mode, boolean shown) {
        InputFormat written = format(file);
        Map<String, Field> given = types == null ? Map.of() : TypeList.parse(types);
        try (InputFile input = InputFile.of(file, context.surroundings().input())) {
            RecordSource source = new RecordSource(input, written);
            ImportPlan plan;
            try (Progress progress = context.progress("Finding types", input.size(), "KB", 1 << 10)) {
                plan = ImportPlan.of(store, entity, source, key, given, progress);
            }
            if (plan.created() && shown) {
                show(context, plan.schema());
            }
            try (Progress progress = context.progress("Importing", input.size(), "KB", 1 << 10)) {
                return new EntityImport(store, source, plan.schema(), mode).run(plan.created(), progress);
            }
        }
    }

    private static void show(CommandContext context, EntitySchema schema) {
        int widest = schema.fields().stream()
                .mapToInt(field -> field.name().length())
                .max()
                .orElse(0);
        for (Field field : schema.fields()) {
            context.surroundings()
                    .errors()
                    .println("  " + field.name()
                            + " ".repeat(widest - field.name().length() + 2)
                            + field.type().describe()
                            + (field.nullable() ? "?" : "")
                            + (schema.key().contains(field.name()) ? "  key" : ""));
        }
    }
}
