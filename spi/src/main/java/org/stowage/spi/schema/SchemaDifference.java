package org.stowage.spi.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.value.Field;

/**
 * What separates a stored schema from the one that is wanted: the changes that lose nothing and need no decision, in an order in
 * which they can be made, and the differences that need one.
 *
 * <p>Safe are a new entity, a new field that may be null, a field of a wider type, a new index and the end of an index. (A new
 * unique index still fails if rows clash.) The order of fields and of indexes is no difference: an added field stands at the end
 * of the stored schema wherever it stands in the wanted one.
 *
 * @param safe the changes that can be made by themselves
 * @param unsafe the other differences, each a sentence for people that says what to do
 */
public record SchemaDifference(List<SchemaChange> safe, List<String> unsafe) {

    /** Creates the difference with copies of the lists. */
    public SchemaDifference {
        safe = List.copyOf(safe);
        unsafe = List.copyOf(unsafe);
    }

    /** Returns whether there is no difference. */
    public boolean none() {
        return safe.isEmpty() && unsafe.isEmpty();
    }

    /**
     * Returns what separates two schemas of one entity.
     *
     * @param stored the schema that the store has, or null if it has no such entity
     * @param wanted the schema that the application asks for, of the same name
     */
    public static SchemaDifference between(@Nullable EntitySchema stored, EntitySchema wanted) {
        if (stored == null) {
            return new SchemaDifference(List.of(new SchemaChange.CreateEntity(wanted)), List.of());
        }
        if (!stored.name().equals(wanted.name())) {
            throw new IllegalArgumentException(
                    "'" + stored.name() + "' and '" + wanted.name() + "' are two entities and have no difference");
        }
        List<SchemaChange> safe = new ArrayList<>();
        List<String> unsafe = new ArrayList<>();
        compareKeys(stored, wanted, unsafe);
        compareFields(stored, wanted, safe, unsafe);
        compareIndexes(stored, wanted, safe);
        return new SchemaDifference(safe, unsafe);
    }

    private static void compareKeys(EntitySchema stored, EntitySchema wanted, List<String> unsafe) {
        if (!stored.key().equals(wanted.key())) {
            unsafe.add("the key is " + stored.key() + " in the store and " + wanted.key()
                    + " in the application: copy the rows to a new entity");
        }
        if (!stored.version().equals(wanted.version())) {
            unsafe.add("the version field is " + quoted(stored.version().orElse(null)) + " in the store and "
                    + quoted(wanted.version().orElse(null)) + " in the application: declare a step that changes it");
        }
    }

    private static void compareFields(
            EntitySchema stored, EntitySchema wanted, List<SchemaChange> safe, List<String> unsafe) {
        List<String> added = new ArrayList<>();
        for (Field field : wanted.fields()) {
            Field old = stored.field(field.name()).orElse(null);
            if (old == null) {
                added.add(field.name());
                compareNew(wanted.name(), field, safe, unsafe);
            } else if (!old.equals(field)) {
                compareTypes(wanted.name(), old, field, safe, unsafe);
            }
        }
        for (Field field : stored.fields()) {
            if (wanted.field(field.name()).isEmpty()) {
                String renamed = NearestName.of(field.name(), added)
                        .map(name -> " or rename it to '" + name + "'")
                        .orElse("");
                unsafe.add("field '" + field.name()
                        + "' is in the store and not in the application: declare a step that drops it" + renamed);
            }
        }
    }

    private static void compareNew(String entity, Field field, List<SchemaChange> safe, List<String> unsafe) {
        if (field.nullable()) {
            safe.add(new SchemaChange.AddField(entity, field, null));
        } else {
            unsafe.add("field '" + field.name()
                    + "' is new and may not be null: declare a step that gives the rows that exist"
                    + " a value, or let it be null");
        }
    }

    private static void compareTypes(
            String entity, Field old, Field field, List<SchemaChange> safe, List<String> unsafe) {
        if (WiderType.includes(field, old)) {
            safe.add(new SchemaChange.WidenField(entity, field));
        } else {
            unsafe.add("field '" + field.name() + "' is '" + WiderType.describe(old) + "' in the store and '"
                    + WiderType.describe(field) + "' in the application: declare a step that rewrites it");
        }
    }

    private static void compareIndexes(EntitySchema stored, EntitySchema wanted, List<SchemaChange> safe) {
        Map<List<String>, Index> storedIndexes = byFields(stored);
        Map<List<String>, Index> wantedIndexes = byFields(wanted);
        for (Index index : stored.indexes()) {
            if (!index.equals(wantedIndexes.get(index.fields()))) {
                safe.add(new SchemaChange.DropIndex(stored.name(), index));
            }
        }
        for (Index index : wanted.indexes()) {
            if (!index.equals(storedIndexes.get(index.fields()))) {
                safe.add(new SchemaChange.CreateIndex(wanted.name(), index));
            }
        }
    }

    private static Map<List<String>, Index> byFields(EntitySchema schema) {
        Map<List<String>, Index> indexes = new HashMap<>();
        for (Index index : schema.indexes()) {
            indexes.put(index.fields(), index);
        }
        return indexes;
    }

    private static String quoted(@Nullable String name) {
        return name == null ? "absent" : "'" + name + "'";
    }
}
