package org.stowage.jsonfile;

import java.util.List;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * Writes a row of an entity or a structure as a JSON object: its fields in their order, those that are null left out, so that a new
 * field changes no line that does not hold it. Immutable.
 */
final class FieldsWriter {

    private final SerializableString[] names;
    private final ValueWriter[] writers;

    FieldsWriter(List<Field> fields) {
        this.names = fields.stream().map(Field::name).map(SerializedString::new).toArray(SerializableString[]::new);
        this.writers = fields.stream().map(Field::type).map(ValueWriter::of).toArray(ValueWriter[]::new);
    }

    void write(JsonGenerator json, Row row) {
        json.writeStartObject();
        for (int i = 0; i < names.length; i++) {
            Object value = row.get(i);
            if (value != null) {
                json.writeName(names[i]);
                writers[i].write(json, value);
            }
        }
        json.writeEndObject();
    }
}
