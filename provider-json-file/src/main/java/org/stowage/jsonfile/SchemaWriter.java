package org.stowage.jsonfile;

import java.util.List;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Field;
import tools.jackson.core.JsonGenerator;

/** Writes the shape of an entity as members of a JSON object, one field a line where lines are wanted. */
final class SchemaWriter {

    private SchemaWriter() {}

    /**
     * Writes the members.
     *
     * @param lineBreak what stands before each of them but the first
     * @param innerBreak what is added to it for those within
     */
    static void write(JsonGenerator json, EntitySchema schema, String lineBreak, String innerBreak) {
        json.writeRaw("\"entity\": ");
        json.writeString(schema.name());
        json.writeRaw("," + lineBreak + "\"fields\": [");
        String separator = lineBreak + innerBreak;
        for (Field field : schema.fields()) {
            json.writeRaw(separator);
            field(json, field);
            separator = "," + lineBreak + innerBreak;
        }
        json.writeRaw(lineBreak + "]," + lineBreak + "\"key\": ");
        names(json, schema.key());
        schema.version().ifPresent(version -> {
            json.writeRaw("," + lineBreak + "\"version\": ");
            json.writeString(version);
        });
        if (!schema.indexes().isEmpty()) {
            indexes(json, schema.indexes(), lineBreak, innerBreak);
        }
    }

    private static void indexes(JsonGenerator json, List<Index> indexes, String lineBreak, String innerBreak) {
        json.writeRaw("," + lineBreak + "\"indexes\": [");
        String separator = lineBreak + innerBreak;
        for (Index index : indexes) {
            json.writeRaw(separator);
            index(json, index);
            separator = "," + lineBreak + innerBreak;
        }
        json.writeRaw(lineBreak + "]");
    }

    static void field(JsonGenerator json, Field field) {
        json.writeStartObject();
        json.writeStringProperty("name", field.name());
        json.writeStringProperty("type", field.type().describe());
        if (field.nullable()) {
            json.writeBooleanProperty("nullable", true);
        }
        json.writeEndObject();
    }

    static void index(JsonGenerator json, Index index) {
        json.writeStartObject();
        json.writeName("fields");
        names(json, index.fields());
        if (index.unique()) {
            json.writeBooleanProperty("unique", true);
        }
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, List<String> names) {
        json.writeStartArray();
        names.forEach(json::writeString);
        json.writeEndArray();
    }
}
