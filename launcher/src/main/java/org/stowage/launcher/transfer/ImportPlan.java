package org.stowage.launcher.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.Progress;
import org.stowage.launcher.UsageException;
import org.stowage.launcher.input.RecordSource;
import org.stowage.launcher.input.SchemaGuess;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.store.OpenStore;

/**
 * What an import goes into.
 *
 * @param schema the shape of the entity
 * @param created whether the entity is not there yet
 */
public record ImportPlan(EntitySchema schema, boolean created) {

    /**
     * Returns the plan: the entity as it is stored, or else one with the fields that the file turns out to have.
     *
     * @param key the names of the key fields; may be empty if the entity is there
     * @param given fields whose types are known, by name
     */
    public static ImportPlan of(
            OpenStore store,
            String entity,
            RecordSource source,
            List<String> key,
            Map<String, Field> given,
            Progress progress) {
        Optional<EntitySchema> stored = store.schema(entity);
        if (stored.isPresent()) {
            requireFit(stored.get(), key, given);
            return new ImportPlan(stored.get(), false);
        }
        if (key.isEmpty()) {
            throw new UsageException("entity '" + entity
                    + "' is new, so its key must be named; say --key FIELD, or several with commas");
        }
        List<Field> fields = SchemaGuess.fields(source, given, progress::reached);
        return new ImportPlan(schema(entity, fields, key, source), true);
    }

    private static EntitySchema schema(String entity, List<Field> fields, List<String> key, RecordSource source) {
        List<String> names = fields.stream().map(Field::name).toList();
        for (String name : key) {
            if (!names.contains(name)) {
                throw new UsageException("the key field '" + name + "' is not in "
                        + source.file().shown() + NearestName.hint(name, names));
            }
        }
        EntitySchema.Builder builder = EntitySchema.named(entity).key(key.toArray(String[]::new));
        for (Field field : fields) {
            if (key.contains(field.name()) && field.nullable()) {
                throw new FailureException("the key field '" + field.name() + "' has no value in some record of "
                        + source.file().shown() + "; choose a key that every record has");
            }
            builder.field(field);
        }
        return builder.build();
    }

    private static void requireFit(EntitySchema stored, List<String> key, Map<String, Field> given) {
        if (!key.isEmpty() && !key.equals(stored.key())) {
            throw new UsageException("entity '" + stored.name() + "' is there with the key '"
                    + String.join(",", stored.key()) + "', not '" + String.join(",", key) + "'; leave out --key");
        }
        List<String> names = stored.fields().stream().map(Field::name).toList();
        for (Field field : given.values()) {
            Field known = stored.field(field.name())
                    .orElseThrow(() -> new UsageException("entity '" + stored.name() + "' has no field '" + field.name()
                            + "'" + NearestName.hint(field.name(), names)));
            if (!known.equals(field)) {
                throw new UsageException("field '" + field.name() + "' of entity '" + stored.name() + "' is "
                        + known.type().describe() + (known.nullable() ? "?" : "") + ", not "
                        + field.type().describe() + (field.nullable() ? "?" : "") + "; leave it out of --types");
            }
        }
    }
}
