package org.stowage.launcher.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.query.Column;
import org.stowage.spi.value.Row;

/** Prints lines of cells, the names first. */
final class CsvRows implements RowWriter {

    private final List<Column> columns;
    private final CsvWriter writer;
    private boolean begun;

    CsvRows(List<Column> columns, Writer output) {
        this.columns = columns;
        this.writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(output);
    }

    @Override
    public void write(Row row) throws IOException {
        begin();
        List<@Nullable String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.get(i);
            cells.add(value == null ? null : ValueDisplay.text(columns.get(i).type(), value));
        }
        line(cells);
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            List<@Nullable String> names = new ArrayList<>(columns.size());
            columns.forEach(column -> names.add(column.name()));
            line(names);
        }
    }

    private void line(Iterable<@Nullable String> cells) throws IOException {
        try {
            writer.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void end() throws IOException {
        begin();
        writer.flush();
    }
}
