package org.stowage.launcher.command;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.store.OpenStores;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Field;
import org.stowage.store.OpenStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what shape the entities have. */
@Command(name = "schema", description = "Show the fields of an entity, or of all.")
final class SchemaCommand implements Runnable {

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "ENTITY", description = "The entity; all if it is left out.")
    private @Nullable String entity;

    @Mixin
    private StoreOptions store;

    @Mixin
    private FormatOption format;

    SchemaCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        try (OpenStores stores = context.open(store.request(), false)) {
            TextRows rows = new TextRows("entity", "field", "type", "null", "role", "indexes");
            if (entity == null) {
                stores.all().stream()
                        .map(OpenStore::schemas)
                        .flatMap(List::stream)
                        .forEach(schema -> add(rows, schema));
            } else {
                add(rows, stores.of(entity).requireSchema(entity));
            }
            rows.print(context, format.orTable());
        }
    }

    private static void add(TextRows rows, EntitySchema schema) {
        for (Field field : schema.fields()) {
            rows.add(
                    schema.name(),
                    field.name(),
                    field.type().describe(),
                    field.nullable() ? "yes" : "no",
                    role(schema, field),
                    indexes(schema, field));
        }
    }

    private static @Nullable String role(EntitySchema schema, Field field) {
        int position = schema.key().indexOf(field.name());
        if (position >= 0) {
            return schema.key().size() == 1 ? "key" : "key " + (position + 1);
        }
        return schema.version().filter(field.name()::equals).isPresent() ? "version" : null;
    }

    private static @Nullable String indexes(EntitySchema schema, Field field) {
        String indexes = schema.indexes().stream()
                .filter(index -> index.fields().contains(field.name()))
                .map(SchemaCommand::shown)
                .collect(Collectors.joining(", "));
        return indexes.isEmpty() ? null : indexes;
    }

    private static String shown(Index index) {
        return (index.unique() ? "unique " : "") + "(" + String.join(", ", index.fields()) + ")";
    }
}
