package org.stowage.jsonfile;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stowage.spi.engine.Commit;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import tools.jackson.core.JsonGenerator;

/** Writes commits as one line of JSON each, as {@link CommitReader} reads them. Used by one thread at a time. */
final class CommitWriter {

    private final Map<String, EntityForm> forms = new HashMap<>();

    void write(Commit commit, ByteArrayOutputStream out) {
        JsonGenerator json = Json.to(out);
        if (commit.rowChanges().isEmpty()) {
            list(json, "schema", commit.schemaChanges(), SchemaChangeWriter::write);
        } else {
            list(json, "rows", commit.rowChanges(), this::rowChanges);
        }
        json.close();
    }

    private <T> void list(JsonGenerator json, String member, List<T> elements, ElementWriter<T> writer) {
        json.writeRaw("{\"" + member + "\":[");
        String separator = "";
        for (T element : elements) {
            json.writeRaw(separator);
            writer.write(json, element);
            separator = ",";
        }
        json.writeRaw("]}");
    }

    private void rowChanges(JsonGenerator json, Commit.RowChanges changes) {
        EntityForm form = form(changes.schema());
        json.writeStartObject();
        json.writeStringProperty("entity", changes.schema().name());
        json.writeName("written");
        json.writeStartArray();
        for (Row row : changes.written()) {
            form.fields.write(json, row);
        }
        json.writeEndArray();
        json.writeName("deleted");
        json.writeStartArray();
        for (Key key : changes.deleted()) {
            form.key(json, key);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    // The engine hands out the same schema until it changes; another equal one only costs a new form.
    @SuppressWarnings("ReferenceEquality")
    private EntityForm form(EntitySchema schema) {
        EntityForm form = forms.get(schema.name());
        if (form == null || form.schema != schema) {
            form = new EntityForm(schema);
            forms.put(schema.name(), form);
        }
        return form;
    }

    /** How one element of a list is written. */
    @FunctionalInterface
    private interface ElementWriter<T> {
        void write(JsonGenerator json, T element);
    }

    /** What is prepared for the rows and keys of one entity. */
    private static final class EntityForm {

        private final EntitySchema schema;
        private final FieldsWriter fields;
        private final ValueWriter[] key;

        EntityForm(EntitySchema schema) {
            this.schema = schema;
            this.fields = new FieldsWriter(schema.fields());
            this.key = schema.key().stream()
                    .map(name -> ValueWriter.of(schema.field(name).orElseThrow().type()))
                    .toArray(ValueWriter[]::new);
        }

        void key(JsonGenerator json, Key values) {
            json.writeStartArray();
            for (int i = 0; i < key.length; i++) {
                key[i].write(json, values.get(i));
            }
            json.writeEndArray();
        }
    }
}
