package org.stowage.jsonfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stowage.spi.engine.Commit;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import tools.jackson.core.JsonToken;

/**
 * Reads commits as {@link CommitWriter} writes them, in their order: it follows the changes of shape, since the rows of each commit have the
 * shape that their entity had then.
 */
final class CommitReader {

    private final ErrorContext context;
    private final Map<String, EntityForm> forms = new HashMap<>();

    CommitReader(ErrorContext context, Collection<EntitySchema> schemas) {
        this.context = context;
        schemas.forEach(schema -> forms.put(schema.name(), new EntityForm(schema)));
    }

    /**
     * Reads a commit.
     *
     * @param place where it is, for errors
     */
    Commit read(long number, byte[] json, String place) throws IOException {
        try (JsonText text = new JsonText(new ByteArrayInputStream(json), context, position -> place)) {
            text.next(JsonToken.START_OBJECT, "a commit");
            String member = String.valueOf(text.nextName());
            text.next(JsonToken.START_ARRAY, "a list of changes");
            Commit commit = switch (member) {
                case "rows" -> new Commit(number, List.of(), rows(text));
                case "schema" -> new Commit(number, shapes(text), List.of());
                default -> throw text.wrong("a commit has no '" + member + "'");
            };
            text.next(JsonToken.END_OBJECT, "the end of the commit");
            text.end();
            return commit;
        }
    }

    private List<SchemaChange> shapes(JsonText text) throws IOException {
        List<SchemaChange> changes = new ArrayList<>();
        while (text.next() == JsonToken.START_OBJECT) {
            SchemaChange change = new SchemaChangeReader(text).read();
            EntityForm before = forms.remove(change.entity());
            EntitySchema after = change.applyTo(before == null ? null : before.schema);
            if (after != null) {
                forms.put(after.name(), new EntityForm(after));
            }
            changes.add(change);
        }
        requireEndOfList(text);
        return changes;
    }

    private List<Commit.RowChanges> rows(JsonText text) throws IOException {
        List<Commit.RowChanges> changes = new ArrayList<>();
        while (text.next() == JsonToken.START_OBJECT) {
            requireName(text, "entity");
            String entity = text.nextString("the name of an entity");
            EntityForm form = forms.get(entity);
            if (form == null) {
                throw text.wrong("the commit changes entity '" + entity + "', whose file '" + FileNames.ofEntity(entity)
                        + "' is missing: put it back");
            }
            List<Row> written = new ArrayList<>();
            requireList(text, "written");
            while (text.next() == JsonToken.START_OBJECT) {
                written.add(form.fields.read(text));
            }
            requireEndOfList(text);
            List<Key> deleted = new ArrayList<>();
            requireList(text, "deleted");
            while (text.next() == JsonToken.START_ARRAY) {
                deleted.add(form.key(text));
            }
            requireEndOfList(text);
            text.next(JsonToken.END_OBJECT, "the end of the changes of an entity");
            changes.add(new Commit.RowChanges(form.schema, written, deleted));
        }
        requireEndOfList(text);
        return changes;
    }

    private static void requireList(JsonText text, String member) throws IOException {
        requireName(text, member);
        text.next(JsonToken.START_ARRAY, "a list");
    }

    private static void requireName(JsonText text, String member) throws IOException {
        if (!member.equals(text.nextName())) {
            throw text.wrong("expected '" + member + "', found " + text.found());
        }
    }

    private static void requireEndOfList(JsonText text) throws IOException {
        if (text.token() != JsonToken.END_ARRAY) {
            throw text.wrong("expected the end of the list, found " + text.found());
        }
    }

    /** What is prepared for the rows and keys of one entity. */
    private static final class EntityForm {

        private final EntitySchema schema;
        private final FieldsReader fields;
        private final List<ValueReader> key;

        EntityForm(EntitySchema schema) {
            this.schema = schema;
            this.fields = new FieldsReader(schema.fields(), "");
            this.key = schema.key().stream()
                    .map(name -> ValueReader.of(schema.field(name).orElseThrow().type(), name))
                    .toList();
        }

        Key key(JsonText text) throws IOException {
            List<Object> values = new ArrayList<>();
            for (ValueReader reader : key) {
                text.next();
                values.add(reader.read(text));
            }
            text.next(JsonToken.END_ARRAY, "the end of the key");
            return Key.of(values.get(0), values.subList(1, values.size()).toArray());
        }
    }
}
