package org.stowage.jsonfile;

import java.io.OutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes generators for texts whose frame is written raw and whose values are written as JSON, one beside the other: that gives the
 * line breaks that a generator alone would not.
 */
final class Json {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().rootValueSeparator((String) null).build();

    private Json() {}

    static JsonGenerator to(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }
}
