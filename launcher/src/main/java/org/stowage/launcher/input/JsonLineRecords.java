package org.stowage.launcher.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an object from each line; blank lines are passed over. */
final class JsonLineRecords implements RecordReader {

    private final InputFile file;
    private final BufferedReader lines;
    private long line;

    JsonLineRecords(InputFile file, LongConsumer progress) {
        this.file = file;
        this.lines = file.text(progress);
    }

    @Override
    public @Nullable SourceRecord next() {
        String text = nextLine();
        while (text != null && text.isBlank()) {
            text = nextLine();
        }
        return text == null ? null : record(text);
    }

    private @Nullable String nextLine() {
        try {
            line++;
            return lines.readLine();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private SourceRecord record(String text) {
        try (JsonParser parser = JsonSyntax.parser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrong("the line is no object; every record must be one, on a line of its own");
            }
            SourceRecord record = JsonArrayRecords.record(line, JsonSyntax.object(parser));
            if (parser.nextToken() != null) {
                throw wrong("nothing may follow the object on its line");
            }
            return record;
        } catch (JacksonException e) {
            throw JsonErrors.of(file, e, line - 1);
        }
    }

    private FailureException wrong(String message) {
        return new FailureException(file.shown() + ", line " + line + ": " + message);
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
