package org.stowage.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.ValueType;

/** JSON arrays of stored values, through which a list of any length gets into one place of a statement. */
final class JsonArray {

    private JsonArray() {}

    /**
     * Returns what writes a list of values of a type, nulls allowed, if JSON carries what is stored exactly: whole numbers and texts. A
     * REAL might be rounded on its way, and there are no blobs.
     */
    static Optional<Function<Object, Object>> of(ValueType type) {
        ColumnCodec codec = ColumnCodec.of(type);
        return switch (codec.storage()) {
            case INTEGER, TEXT -> Optional.of(list -> write((List<?>) list, codec));
            case REAL, BLOB -> Optional.empty();
        };
    }

    private static String write(List<? extends @Nullable Object> values, ColumnCodec codec) {
        StringBuilder json = new StringBuilder(values.size() * 8 + 2).append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            Object value = values.get(i);
            if (value == null) {
                json.append("null");
            } else if (codec.encode(value) instanceof String text) {
                appendText(json, text);
            } else {
                json.append(codec.encode(value));
            }
        }
        return json.append(']').toString();
    }

    private static void appendText(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append("\\u00")
                        .append(Character.forDigit(character >> 4, 16))
                        .append(Character.forDigit(character & 15, 16));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }
}
