package org.stowage.launcher.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.query.Column;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * Prints columns for people. Their widths are those of the first thousand rows, so that a result of any size needs no more memory than
 * these; a later value that is wider moves the rest of its line.
 */
final class TableRows implements RowWriter {

    /** What stands for null; {@code ""} stands for an empty text. */
    static final String NULL = "∅";

    private static final int LOOK_AHEAD = 1000;

    private final List<Column> columns;
    private final Writer output;
    private final int widest;
    private final int[] widths;
    private @Nullable List<String[]> waiting = new ArrayList<>();
    private long rows;

    TableRows(List<Column> columns, Writer output, int widest) {
        this.columns = columns;
        this.output = output;
        this.widest = widest;
        this.widths = columns.stream()
                .mapToInt(column -> DisplayWidth.of(SafeText.of(column.name())))
                .toArray();
    }

    @Override
    public void write(Row row) throws IOException {
        rows++;
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i).type(), row.get(i));
        }
        if (waiting == null) {
            line(cells);
            return;
        }
        waiting.add(cells);
        for (int i = 0; i < cells.length; i++) {
            widths[i] = Math.max(widths[i], DisplayWidth.of(cells[i]));
        }
        if (waiting.size() == LOOK_AHEAD) {
            begin();
        }
    }

    @Override
    public void end() throws IOException {
        begin();
        output.write(rows == 1 ? "1 row\n" : rows + " rows\n");
    }

    private void begin() throws IOException {
        if (waiting != null) {
            line(columns.stream().map(column -> SafeText.of(column.name())).toArray(String[]::new));
            String[] rule = new String[columns.size()];
            for (int i = 0; i < rule.length; i++) {
                rule[i] = "-".repeat(widths[i]);
            }
            line(rule);
            for (String[] cells : waiting) {
                line(cells);
            }
            waiting = null;
        }
    }

    private void line(String[] cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String gap = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cells[i])));
            boolean right = numeric(columns.get(i).type());
            line.append(i == 0 ? "" : "  ")
                    .append(right ? gap : "")
                    .append(cells[i])
                    .append(right ? "" : gap);
        }
        output.append(line.toString().stripTrailing()).append('\n');
    }

    private static boolean numeric(ValueType type) {
        return type.equals(ValueType.INT64) || type.equals(ValueType.FLOAT64) || type instanceof ValueType.Decimal;
    }

    private String cell(ValueType type, @Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        String text = ValueDisplay.text(type, value);
        return text.isEmpty() ? "\"\"" : DisplayWidth.shortened(SafeText.of(text), widest);
    }
}
