package org.stowage.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.output.OutputFormat;
import org.stowage.launcher.output.SafeText;
import org.stowage.query.Column;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Rows of texts about something, rather than out of a store. */
final class TextRows {

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    TextRows(String... columns) {
        this.columns =
                Stream.of(columns).map(name -> new Column(name, ValueType.TEXT)).toList();
    }

    void add(@Nullable String... values) {
        rows.add(Row.adopt(values.clone()));
    }

    void print(CommandContext context, OutputFormat format) {
        context.printWhole(format, columns, writer -> {
            for (Row row : rows) {
                writer.write(row);
            }
        });
    }

    /** Prints names and values in two columns, without a head. */
    void printBare(CommandContext context) {
        int widest = rows.stream()
                .mapToInt(row -> String.valueOf(row.get(0)).length())
                .max()
                .orElse(0);
        StringBuilder lines = new StringBuilder();
        for (Row row : rows) {
            String name = String.valueOf(row.get(0));
            lines.append(name)
                    .append(" ".repeat(widest - name.length() + 2))
                    .append(OutputFormat.shown((String) row.get(1)))
                    .append('\n');
        }
        context.print(lines.toString());
    }

    /** Prints whole texts, a row on a line, where a table would shorten them. */
    void printLines(CommandContext context, OutputFormat format) {
        if (format != OutputFormat.TABLE) {
            print(context, format);
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (Row row : rows) {
            for (int i = 0; i < row.size(); i++) {
                lines.append(i == 0 ? "" : ": ").append(SafeText.of(String.valueOf(row.get(i))));
            }
            lines.append('\n');
        }
        context.print(lines.toString());
    }
}
