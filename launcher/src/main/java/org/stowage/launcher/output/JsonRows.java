package org.stowage.launcher.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.stowage.query.Column;
import org.stowage.spi.value.Row;

/** Prints an object for each row, on a line of its own; within one array, or each by itself. */
final class JsonRows implements RowWriter {

    private final List<Column> columns;
    private final List<String> names;
    private final Writer output;
    private final boolean array;
    private boolean begun;

    JsonRows(List<Column> columns, Writer output, boolean array) {
        this.columns = columns;
        this.names = columns.stream()
                .map(column -> JsonText.quoted(column.name()) + ":")
                .toList();
        this.output = output;
        this.array = array;
    }

    @Override
    public void write(Row row) throws IOException {
        if (array) {
            output.write(begun ? ",\n  " : "[\n  ");
        }
        begun = true;
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < names.size(); i++) {
            json.append(i == 0 ? "" : ",").append(names.get(i));
            JsonText.append(json, columns.get(i).type(), row.get(i));
        }
        output.append(json.append('}'));
        if (!array) {
            output.write('\n');
        }
    }

    @Override
    public void end() throws IOException {
        if (array) {
            output.write(begun ? "\n]\n" : "[]\n");
        }
    }
}
