package org.stowage.launcher.input;

import org.stowage.launcher.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the one record that somebody wrote on the command line. */
public final class RecordText {

    private RecordText() {}

    /**
     * Returns the record of a JSON object.
     *
     * @throws UsageException if it is none; says where
     */
    public static SourceRecord parse(String json) {
        try (JsonParser parser = JsonSyntax.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UsageException("the record is no JSON object; write it as '{\"name\": \"value\"}'");
            }
            SourceRecord record = JsonArrayRecords.record(1, JsonSyntax.object(parser));
            if (parser.nextToken() != null) {
                throw new UsageException("something follows the JSON object; write one object");
            }
            return record;
        } catch (JacksonException e) {
            throw new UsageException("the record, " + JsonErrors.message(e, 0));
        }
    }
}
