package org.stowage.jsonfile;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import tools.jackson.core.JsonToken;

/**
 * Reads the file of an entity, its shape at once and its rows as they are asked for. Everything that does not belong there is refused with its
 * place.
 */
final class EntityReader implements Iterator<Row>, Closeable {

    private final FingerprintedInput input;
    private final JsonText text;
    private final EntitySchema schema;
    private final FieldsReader fields;
    private long rowPosition;
    private @Nullable Row next;

    private EntityReader(FingerprintedInput input, JsonText text, EntitySchema schema) throws IOException {
        this.input = input;
        this.text = text;
        this.schema = schema;
        this.fields = new FieldsReader(schema.fields(), "");
        this.next = readRow();
    }

    /** Opens a file and reads up to its first row. */
    static EntityReader open(Folder folder, String name, String store) throws IOException {
        ErrorContext context = ErrorContext.of(store);
        FingerprintedInput input = new FingerprintedInput(folder.read(name));
        try {
            JsonText text =
                    new JsonText(new StrictUtf8Input(input), context, position -> FilePlace.of(folder, name, position));
            EntitySchema schema = head(text);
            String right = FileNames.ofEntity(schema.name());
            if (!right.equals(name)) {
                throw text.wrongAt(
                        0,
                        "the file holds entity '" + schema.name() + "', whose file is '" + right
                                + "': rename the file, or the entity in it");
            }
            return new EntityReader(input, text, schema);
        } catch (StrictUtf8Input.RefusedBytesException e) {
            input.close();
            throw new CorruptStoreException(context, FilePlace.of(folder, name, e.position()) + ": " + e.problem());
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    private static EntitySchema head(JsonText text) throws IOException {
        text.next(JsonToken.START_OBJECT, "an object that describes an entity and holds its rows");
        if (!"stowage".equals(text.nextName())) {
            throw text.wrong("expected \"stowage\": " + EntityWriter.FORM
                    + " first, as in every file of an entity; move other JSON files out of the folder");
        }
        text.next(JsonToken.VALUE_NUMBER_INT, "the number of the form");
        Long form = text.wholeNumber();
        if (form == null || form != EntityWriter.FORM) {
            throw text.wrong("expected form " + EntityWriter.FORM + ", found " + form
                    + ": a newer version of the provider may read it");
        }
        EntitySchema schema = new SchemaReader(text).read("rows");
        text.next(JsonToken.START_ARRAY, "the list of rows");
        return schema;
    }

    EntitySchema schema() {
        return schema;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        Row row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        try {
            next = readRow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row;
    }

    /** Returns where the row that {@link #next} will return begins. */
    long position() {
        return rowPosition;
    }

    private @Nullable Row readRow() throws IOException {
        JsonToken token = text.next();
        if (token == JsonToken.END_ARRAY) {
            text.next(JsonToken.END_OBJECT, "the end of the object after the rows");
            text.end();
            return null;
        }
        if (token != JsonToken.START_OBJECT) {
            throw text.wrong("expected a row in braces or the end of the list, found " + text.found());
        }
        rowPosition = text.position();
        Row row = fields.read(text);
        try {
            return schema.check(row);
        } catch (StoreException e) {
            // Each value was right by itself, so it is the size of them together.
            throw text.wrongAt(rowPosition, String.valueOf(e.getMessage()));
        }
    }

    /** Returns the fingerprint of the file, once all rows have been read. */
    Fingerprint fingerprint() {
        return input.fingerprint();
    }

    @Override
    public void close() throws IOException {
        text.close();
        input.close();
    }
}
