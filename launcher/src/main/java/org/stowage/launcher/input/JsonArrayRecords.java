package org.stowage.launcher.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one array of objects. */
final class JsonArrayRecords implements RecordReader {

    private final InputFile file;
    private final JsonParser parser;
    private boolean begun;

    JsonArrayRecords(InputFile file, LongConsumer progress) {
        this.file = file;
        this.parser = JsonSyntax.parser(file.text(progress));
    }

    @Override
    public @Nullable SourceRecord next() {
        try {
            if (!begun) {
                begin();
            }
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                end();
                return null;
            }
            if (token != JsonToken.START_OBJECT) {
                throw wrong("an element of the array is no object; every record must be one");
            }
            long line = parser.currentTokenLocation().getLineNr();
            return record(line, JsonSyntax.object(parser));
        } catch (JacksonException e) {
            throw JsonErrors.of(file, e, 0);
        }
    }

    static SourceRecord record(long line, Map<String, @Nullable Object> members) {
        List<String> names = new ArrayList<>(members.size());
        members.keySet().forEach(name -> names.add(FieldNames.of(name)));
        return new SourceRecord(line, names, new ArrayList<>(members.values()));
    }

    private void begin() {
        begun = true;
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new FailureException(file.shown() + " is empty; an array of objects was expected");
        }
        if (token != JsonToken.START_ARRAY) {
            throw wrong(
                    "an array of objects was expected; if every line is an object of its own, say --from-format jsonl");
        }
    }

    private void end() {
        if (parser.nextToken() != null) {
            throw wrong("nothing may follow the array");
        }
    }

    private FailureException wrong(String message) {
        return new FailureException(file.shown() + ", line "
                + parser.currentTokenLocation().getLineNr() + ", column "
                + parser.currentTokenLocation().getColumnNr() + ": " + message);
    }

    @Override
    public void close() {
        parser.close();
    }
}
