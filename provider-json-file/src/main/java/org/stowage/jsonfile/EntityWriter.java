package org.stowage.jsonfile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/** Writes the file of an entity: its shape, then its rows, one a line, in the order in which they come. */
final class EntityWriter {

    /** The version of the form; a store of a newer one is refused. */
    static final int FORM = 1;

    private static final String LINE = "\n  ";
    private static final String INNER_LINE = LINE + "  ";

    private EntityWriter() {}

    static void write(EntitySchema schema, Iterator<Row> rows, OutputStream out) throws IOException {
        try {
            JsonGenerator json = Json.to(out);
            json.writeRaw("{" + LINE + "\"stowage\": " + FORM + "," + LINE);
            SchemaWriter.write(json, schema, LINE, "  ");
            json.writeRaw("," + LINE + "\"rows\": [");
            FieldsWriter fields = new FieldsWriter(schema.fields());
            String separator = INNER_LINE;
            while (rows.hasNext()) {
                json.writeRaw(separator);
                fields.write(json, rows.next());
                separator = "," + INNER_LINE;
            }
            json.writeRaw(LINE + "]\n}\n");
            json.flush();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
