package org.stowage.spi.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.value.Field;

/** What each schema change means for the schema. */
final class SchemaEvolution {

    private SchemaEvolution() {}

    static @Nullable EntitySchema apply(SchemaChange change, @Nullable EntitySchema before) {
        return switch (change) {
            case SchemaChange.CreateEntity create -> create(create, before);
            case SchemaChange.DropEntity drop -> drop(drop, before);
            case SchemaChange.RenameEntity rename -> rename(rename, existing(rename, before));
            case SchemaChange.AddField add -> add(add, existing(add, before));
            case SchemaChange.DropField drop -> drop(drop, existing(drop, before));
            case SchemaChange.RenameField rename -> rename(rename, existing(rename, before));
            case SchemaChange.WidenField widen -> widen(widen, existing(widen, before));
            case SchemaChange.CreateIndex create -> create(create, existing(create, before));
            case SchemaChange.DropIndex drop -> drop(drop, existing(drop, before));
        };
    }

    private static EntitySchema create(SchemaChange.CreateEntity change, @Nullable EntitySchema before) {
        if (before != null) {
            throw mismatch(change, "entity '" + change.entity() + "' cannot be created: it exists");
        }
        return change.schema();
    }

    private static EntitySchema existing(SchemaChange change, @Nullable EntitySchema before) {
        if (before == null) {
            throw mismatch(change, "entity '" + change.entity() + "' cannot be changed: the store has no such entity");
        }
        return before;
    }

    private static @Nullable EntitySchema drop(SchemaChange.DropEntity change, @Nullable EntitySchema before) {
        existing(change, before);
        return null;
    }

    private static EntitySchema rename(SchemaChange.RenameEntity change, EntitySchema before) {
        return EntitySchema.checked(
                change.to(), before.fields(), before.key(), before.version().orElse(null), before.indexes());
    }

    private static EntitySchema add(SchemaChange.AddField change, EntitySchema before) {
        Field field = change.field();
        if (before.field(field.name()).isPresent()) {
            throw mismatch(
                    change,
                    "field '" + field.name() + "' of entity '" + before.name() + "' cannot be added: it exists");
        }
        Object value = change.value();
        if (value != null) {
            field.type().check(value);
        } else if (!field.nullable()) {
            throw mismatch(
                    change,
                    "field '" + field.name() + "' of entity '" + before.name()
                            + "' cannot be added without a value for the rows that exist: it may not be null");
        }
        List<Field> fields = new ArrayList<>(before.fields());
        fields.add(field);
        return EntitySchema.checked(
                before.name(), fields, before.key(), before.version().orElse(null), before.indexes());
    }

    private static EntitySchema drop(SchemaChange.DropField change, EntitySchema before) {
        Field field = existing(change, before, change.field());
        String use = use(before, field.name());
        if (use != null) {
            throw mismatch(
                    change,
                    "field '" + field.name() + "' of entity '" + before.name() + "' cannot be dropped: " + use
                            + " needs it");
        }
        List<Field> fields = new ArrayList<>(before.fields());
        fields.remove(field);
        return EntitySchema.checked(
                before.name(), fields, before.key(), before.version().orElse(null), before.indexes());
    }

    private static @Nullable String use(EntitySchema schema, String field) {
        if (schema.key().contains(field)) {
            return "the key";
        }
        if (schema.version().filter(field::equals).isPresent()) {
            return "optimistic locking";
        }
        for (Index index : schema.indexes()) {
            if (index.fields().contains(field)) {
                return "the index on " + index.fields();
            }
        }
        return null;
    }

    private static EntitySchema rename(SchemaChange.RenameField change, EntitySchema before) {
        Field field = existing(change, before, change.field());
        if (before.field(change.to()).isPresent()) {
            throw mismatch(
                    change,
                    "field '" + field.name() + "' of entity '" + before.name() + "' cannot be renamed to '"
                            + change.to() + "': another field has that name");
        }
        UnaryOperator<String> renamed = name -> name.equals(change.field()) ? change.to() : name;
        return EntitySchema.checked(
                before.name(),
                before.fields().stream()
                        .map(old -> new Field(renamed.apply(old.name()), old.type(), old.nullable()))
                        .toList(),
                before.key().stream().map(renamed).toList(),
                before.version().map(renamed).orElse(null),
                before.indexes().stream()
                        .map(index ->
                                new Index(index.fields().stream().map(renamed).toList(), index.unique()))
                        .toList());
    }

    private static EntitySchema widen(SchemaChange.WidenField change, EntitySchema before) {
        Field wide = change.field();
        Field field = existing(change, before, wide.name());
        if (!WiderType.includes(wide, field)) {
            throw mismatch(
                    change,
                    "field '" + field.name() + "' of entity '" + before.name() + "' cannot be made '"
                            + WiderType.describe(wide) + "': not every '" + WiderType.describe(field)
                            + "' fits into it");
        }
        List<Field> fields = new ArrayList<>(before.fields());
        fields.set(before.position(field.name()), wide);
        return EntitySchema.checked(
                before.name(), fields, before.key(), before.version().orElse(null), before.indexes());
    }

    private static EntitySchema create(SchemaChange.CreateIndex change, EntitySchema before) {
        Index index = change.index();
        for (Index other : before.indexes()) {
            if (other.fields().equals(index.fields())) {
                throw mismatch(
                        change,
                        "an index on " + index.fields() + " of entity '" + before.name()
                                + "' cannot be created: there is one");
            }
        }
        List<Index> indexes = new ArrayList<>(before.indexes());
        indexes.add(index);
        return EntitySchema.checked(
                before.name(), before.fields(), before.key(), before.version().orElse(null), indexes);
    }

    private static EntitySchema drop(SchemaChange.DropIndex change, EntitySchema before) {
        List<Index> indexes = new ArrayList<>(before.indexes());
        if (!indexes.removeIf(index -> index.fields().equals(change.index().fields()))) {
            throw mismatch(
                    change,
                    "the index on " + change.index().fields() + " of entity '" + before.name()
                            + "' cannot be dropped: there is none");
        }
        return EntitySchema.checked(
                before.name(), before.fields(), before.key(), before.version().orElse(null), indexes);
    }

    private static Field existing(SchemaChange change, EntitySchema schema, String name) {
        return schema.field(name)
                .orElseThrow(() -> mismatch(
                        change,
                        "entity '" + schema.name() + "' has no field '" + name + "'"
                                + NearestName.hint(
                                        name,
                                        schema.fields().stream()
                                                .map(Field::name)
                                                .toList())));
    }

    private static SchemaMismatchException mismatch(SchemaChange change, String message) {
        return new SchemaMismatchException(new ErrorContext(null, change.entity(), null), message);
    }
}
