package org.example.mvstore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.CanonicalJson;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Rows and keys as text: a line of JSON for each value, which has no line breaks of its own, and an empty one for null. */
final class RowText {

    private RowText() {}

    static String of(EntitySchema schema, Row row) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            lines.add(line(schema.fields().get(i).type(), row.get(i)));
        }
        return String.join("\n", lines);
    }

    static String of(EntitySchema schema, Key key) {
        List<String> lines = new ArrayList<>();
        for (int position : schema.keyPositions()) {
            lines.add(line(schema.fields().get(position).type(), key.get(lines.size())));
        }
        return String.join("\n", lines);
    }

    private static String line(ValueType type, Object value) {
        return value == null ? "" : CanonicalJson.encode(type, value);
    }

    /** Returns the row of a text; throws one of Stowage's exceptions if it is none of that shape. */
    static Row read(EntitySchema schema, String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != schema.fields().size()) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "'" + lines.length + "' values, and " + schema.fields().size() + " were expected");
        }
        Object[] values = new Object[lines.length];
        for (int i = 0; i < lines.length; i++) {
            ValueType type = schema.fields().get(i).type();
            values[i] = lines[i].isEmpty() ? null : CanonicalJson.decode(type, lines[i]);
        }
        return schema.check(Row.of(values));
    }

    /** Returns the text of a row that has one more field. */
    static String longer(String text, ValueType type, Object value) {
        return text + "\n" + line(type, value);
    }

    /** Returns the text of a row that has lost a field. */
    static String shorter(String text, int position) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        lines.remove(position);
        return String.join("\n", lines);
    }
}
