package org.stowage.launcher.input;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;

/** Makes rows of an entity out of the records of a file. Not safe for several threads. */
public final class RowReader {

    private final EntitySchema schema;
    private final String shown;
    private final boolean textual;
    private @Nullable List<String> lastNames;
    private int[] lastPositions = new int[0];

    /** Creates the reader of records of a file. */
    public RowReader(EntitySchema schema, RecordSource source) {
        this(schema, source.file().shown(), source.format() == InputFormat.CSV);
    }

    /**
     * Creates the reader.
     *
     * @param shown what is read, for messages
     * @param textual whether a text may stand for a value of any type
     */
    public RowReader(EntitySchema schema, String shown, boolean textual) {
        this.schema = schema;
        this.shown = shown;
        this.textual = textual;
    }

    /**
     * Returns the row that a record stands for.
     *
     * @throws FailureException if a value is none of its field's type, or there is no such field; names the line
     */
    public Row row(SourceRecord record) {
        if (!record.names().equals(lastNames)) {
            lastPositions = positions(record);
            lastNames = record.names();
        }
        @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
        for (int i = 0; i < lastPositions.length; i++) {
            Object raw = record.values().get(i);
            if (raw != null) {
                values[lastPositions[i]] = value(record, schema.fields().get(lastPositions[i]), raw);
            }
        }
        if (schema.versionPosition() >= 0 && values[schema.versionPosition()] == null) {
            values[schema.versionPosition()] = 0L;
        }
        requireAll(record, values);
        return Row.adopt(values);
    }

    private Object value(SourceRecord record, Field field, Object raw) {
        try {
            return ValueReader.value(field.type(), raw, textual);
        } catch (StoreException | FailureException e) {
            throw wrong(record, "field '" + field.name() + "': " + e.getMessage(), e);
        }
    }

    private void requireAll(SourceRecord record, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            Field field = schema.fields().get(i);
            if (values[i] == null && !field.nullable()) {
                throw wrong(
                        record, "field '" + field.name() + "' has no value, and may not be null; give it one", null);
            }
        }
    }

    private int[] positions(SourceRecord record) {
        List<String> known = schema.fields().stream().map(Field::name).toList();
        boolean[] filled = new boolean[known.size()];
        int[] positions = new int[record.names().size()];
        for (int i = 0; i < positions.length; i++) {
            String name = record.names().get(i);
            positions[i] = schema.position(name);
            if (positions[i] < 0) {
                throw wrong(
                        record,
                        "entity '" + schema.name() + "' has no field '" + name + "'" + NearestName.hint(name, known),
                        null);
            }
            if (filled[positions[i]]) {
                throw wrong(record, "field '" + name + "' is given twice; give it once", null);
            }
            filled[positions[i]] = true;
        }
        return positions;
    }

    private FailureException wrong(SourceRecord record, String message, @Nullable Throwable cause) {
        return new FailureException(shown + ", line " + record.line() + ": " + message, cause);
    }
}
