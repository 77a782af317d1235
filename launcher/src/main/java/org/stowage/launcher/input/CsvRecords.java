package org.stowage.launcher.input;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;

/** Reads CSV strictly: as many cells in every line as there are names in the first. An empty cell without quotes is null. */
final class CsvRecords implements RecordReader {

    // One cell may hold the longest text that there is.
    private static final int MOST_CHARACTERS = 20 * 1024 * 1024;

    private final InputFile file;
    private final CloseableIterator<CsvLine> lines;
    private final List<String> names;
    private long line = 1;

    CsvRecords(InputFile file, LongConsumer progress) {
        this.file = file;
        try {
            this.lines = CsvReader.builder()
                    .allowExtraCharsAfterClosingQuote(false)
                    .allowUnclosedQuote(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(MOST_CHARACTERS)
                    .build(new CsvLineHandler(), Utf8Lines.reader(file.open(progress)))
                    .iterator();
        } catch (CharacterCodingException e) {
            throw wrong("there are bytes that are no UTF-8; save the file as UTF-8", e);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
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
            throw wrong("it is no CSV: " + innermost(e), e);
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw cause instanceof CharacterCodingException
                    ? wrong("behind it there are bytes that are no UTF-8; save the file as UTF-8", cause)
                    : file.unreadable(cause);
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
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
