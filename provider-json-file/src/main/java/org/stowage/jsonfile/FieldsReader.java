package org.stowage.jsonfile;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** Reads a JSON object as a row of an entity or a structure. A field that may be null may be left out. Immutable. */
final class FieldsReader {

    /** Stands for a null that was read, until it is known that no field is there twice. */
    private enum Read {
        NULL
    }

    private final String prefix;
    private final String[] names;
    private final SerializableString[] writtenNames;
    private final boolean[] nullable;
    private final ValueReader[] readers;
    private final Map<String, Integer> positions = new HashMap<>();

    /**
     * Prepares reading.
     *
     * @param prefix what stands before the names in errors, such as {@code address.}
     */
    FieldsReader(List<Field> fields, String prefix) {
        int size = fields.size();
        this.prefix = prefix;
        this.names = new String[size];
        this.writtenNames = new SerializableString[size];
        this.nullable = new boolean[size];
        this.readers = new ValueReader[size];
        for (int i = 0; i < size; i++) {
            Field field = fields.get(i);
            names[i] = field.name();
            writtenNames[i] = new SerializedString(field.name());
            nullable[i] = field.nullable();
            readers[i] = ValueReader.of(field.type(), prefix + field.name());
            positions.put(field.name(), i);
        }
    }

    /** Reads from behind the opening brace, which is the current token, up to the closing one. */
    Row read(JsonText text) throws IOException {
        @Nullable Object[] values = new @Nullable Object[names.length];
        int likely = 0;
        for (String name = nextName(text, likely); name != null; name = nextName(text, likely)) {
            int position = likely < names.length && names[likely].equals(name) ? likely : position(text, name);
            if (values[position] != null) {
                throw text.wrong("field '" + prefix + name + "' is there twice");
            }
            values[position] = value(text, position);
            likely = position + 1;
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == Read.NULL) {
                values[i] = null;
            } else if (values[i] == null && !nullable[i]) {
                throw text.wrong("field '" + prefix + names[i] + "' is missing and may not be null");
            }
        }
        return Row.adopt(values);
    }

    // Nearly always the fields come in their order.
    private @Nullable String nextName(JsonText text, int likely) throws IOException {
        return likely < names.length ? text.nextName(writtenNames[likely]) : text.nextName();
    }

    private Object value(JsonText text, int position) throws IOException {
        if (text.next() != JsonToken.VALUE_NULL) {
            return readers[position].read(text);
        }
        if (!nullable[position]) {
            throw text.wrong("field '" + prefix + names[position] + "' may not be null");
        }
        return Read.NULL;
    }

    private int position(JsonText text, String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw text.wrong("there is no field '" + prefix + name + "'" + NearestName.hint(name, List.of(names)));
        }
        return position;
    }
}
