package org.stowage.launcher.output;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stowage.query.Column;

/** How rows are printed. */
public enum OutputFormat {
    /** Columns for people; long values are shortened. */
    TABLE,
    /** One array of objects, each on a line. */
    JSON,
    /** One object a line. */
    JSONL,
    /** RFC 4180 with LF: null is an empty cell, an empty text is quoted. */
    CSV;

    private static final int WIDEST = 60;

    /**
     * Returns what writes rows of the columns.
     *
     * @param columns the columns, in order
     * @param output where to; the caller closes it
     */
    public RowWriter writer(List<Column> columns, Writer output) {
        return writer(columns, output, WIDEST);
    }

    /**
     * Returns what writes rows of the columns.
     *
     * @param columns the columns, in order
     * @param output where to; the caller closes it
     * @param widest from which width on a value in a table is shortened
     */
    public RowWriter writer(List<Column> columns, Writer output, int widest) {
        return switch (this) {
            case TABLE -> new TableRows(columns, output, widest);
            case JSON -> new JsonRows(columns, output, true);
            case JSONL -> new JsonRows(columns, output, false);
            case CSV -> new CsvRows(columns, output);
        };
    }

    /** Returns a text as people see it, who must be able to tell null from an empty text. */
    public static String shown(@Nullable String text) {
        if (text == null) {
            return TableRows.NULL;
        }
        return text.isEmpty() ? "\"\"" : SafeText.of(text);
    }

    /** Returns it as it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
