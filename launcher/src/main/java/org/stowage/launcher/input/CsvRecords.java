package org.stowage.launcher.input;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;

/** Reads CSV strictly: as many cells in every line as there are names in the first. An empty cell without quotes is null. */
final class CsvRecords implements RecordReader {

    // One cell may hold the longest text that there is.
    private static final int MOST_CHARACTERS = 20 * 1024 * 1024;

    private static final Pattern PLACE = Pattern.compile(" \\(record starting at line ([0-9]{1,18})\\)");

    private final InputFile file;
    private final CloseableIterator<CsvLine> lines;
    private final List<String> names;
    private long line = 1;

    CsvRecords(InputFile file, LongConsumer progress) {
        this.file = file;
        this.lines = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MOST_CHARACTERS)
                .build(new CsvLineHandler(), file.text(progress))
                .iterator();
        try {
            CsvLine header = line();
            if (header == null) {
                throw new FailureException(file.shown() + " is empty; its first line must name the fields");
            }
            this.names = FieldNames.of(file, header.cells());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public @Nullable SourceRecord next() {
        CsvLine next = line();
        if (next == null) {
            return null;
        }
        if (next.cells().size() != names.size()) {
            throw wrong(
                    "the row has " + cells(next.cells().size()) + " and the first line names " + names.size()
                            + "; quote cells that hold a comma, and keep empty ones",
                    null);
        }
        return new SourceRecord(next.line(), names, next.cells());
    }

    @Override
    public List<String> names() {
        return names;
    }

    private static String cells(int count) {
        return count == 1 ? "1 cell" : count + " cells";
    }

    private @Nullable CsvLine line() {
        try {
            if (!lines.hasNext()) {
                return null;
            }
            CsvLine next = lines.next();
            line = next.line();
            return next;
        } catch (CsvParseException e) {
            throw malformed(e);
        } catch (UncheckedIOException e) {
            throw file.unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    /** The library says within its message where the row began. */
    private FailureException malformed(CsvParseException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        Matcher place = PLACE.matcher(message);
        if (place.find()) {
            line = Long.parseLong(place.group(1));
            message = place.replaceFirst("");
        } else {
            line++;
        }
        return wrong("it is no CSV: " + message, failure);
    }

    private FailureException wrong(String message, @Nullable Throwable cause) {
        return new FailureException(file.shown() + ", line " + line + ": " + message, cause);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
