package org.stowage.jsonfile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ErrorContext;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON, read token by token, that refuses what it does not expect and says where. It converts nothing: what a token may stand for is
 * decided by who asks.
 */
final class JsonText implements Closeable {

    // Sections 7 and 8 of the semantic contract. The outer levels are those of a file or journal line around a value.
    private static final int DEEPEST_VALUE = 64;
    private static final int OUTER_LEVELS = 8;
    private static final int LONGEST_NUMBER = 130;
    // 16 MiB in base64, and then some.
    private static final int LONGEST_STRING = 32 * 1024 * 1024;
    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_SHOWN = 60;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_VALUE + OUTER_LEVELS)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_STRING)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private final JsonParser parser;
    private final ErrorContext context;
    private final LongFunction<String> places;

    /**
     * Starts before the first token.
     *
     * @param in UTF-8, closed with this
     * @param context what the text is about, for errors
     * @param places says where in the text a byte is, for people
     */
    JsonText(InputStream in, ErrorContext context, LongFunction<String> places) throws IOException {
        this.context = context;
        this.places = places;
        try {
            this.parser = FACTORY.createParser(ObjectReadContext.empty(), in);
        } catch (JacksonIOException e) {
            // The parser has looked into the text already.
            throw e.getCause();
        }
    }

    /** Goes to the next token; null after the last. */
    @Nullable JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** Goes to the next name in an object; null at its end. */
    @Nullable String nextName() throws IOException {
        try {
            String name = parser.nextName();
            return name == null ? endOfNames() : name;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** Does the same, and is faster if it is the expected name. */
    @Nullable String nextName(SerializableString expected) throws IOException {
        try {
            if (parser.nextName(expected)) {
                return expected.getValue();
            }
            return parser.currentToken() == JsonToken.PROPERTY_NAME ? parser.currentName() : endOfNames();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private @Nullable String endOfNames() throws IOException {
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw wrong("expected a name in quotes or the end of the object, found " + found());
        }
        return null;
    }

    /** Goes to the next token, which must be this one. */
    void next(JsonToken expected, String description) throws IOException {
        if (next() != expected) {
            throw wrong("expected " + description + ", found " + found());
        }
    }

    /** Goes to the next token, which must be a string, and returns it. */
    String nextString(String description) throws IOException {
        next(JsonToken.VALUE_STRING, description);
        return string();
    }

    /** Goes to the end, which must come now. */
    void end() throws IOException {
        if (next() != null) {
            throw wrong("expected the end of the file, found " + found());
        }
    }

    @Nullable JsonToken token() {
        return parser.currentToken();
    }

    String string() throws IOException {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** Returns a whole number, or null if it has more than 64 bits. */
    @Nullable Long wholeNumber() throws IOException {
        try {
            return parser.getLongValue();
        } catch (InputCoercionException e) {
            return null;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    double number() throws IOException {
        try {
            return parser.getDoubleValue();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** Returns which byte the current token begins with. */
    long position() {
        return parser.currentTokenLocation().getByteOffset();
    }

    /** Returns the current token for people. */
    String found() throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case null -> "the end of the file";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case END_OBJECT -> "the end of the object";
            case END_ARRAY -> "the end of the list";
            case VALUE_STRING -> "the text " + shown(string());
            case PROPERTY_NAME -> "the name " + shown(string());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + cut(string());
            default -> string();
        };
    }

    static String shown(String text) {
        return "'" + cut(text) + "'";
    }

    private static String cut(String text) {
        int end = text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                ? text.length()
                : text.offsetByCodePoints(0, LONGEST_SHOWN);
        return end == text.length() ? text : text.substring(0, end) + "…";
    }

    /** Returns the error that the current token is not what it should be. */
    CorruptStoreException wrong(String problem) {
        return wrongAt(position(), problem);
    }

    /** Returns the error that something is not what it should be. */
    CorruptStoreException wrongAt(long position, String problem) {
        return new CorruptStoreException(context, places.apply(position) + ": " + problem);
    }

    private CorruptStoreException malformed(JacksonException e) throws IOException {
        if (e.getCause() instanceof StrictUtf8Input.RefusedBytesException refused) {
            return wrongAt(refused.position(), refused.problem());
        }
        if (e instanceof JacksonIOException io) {
            throw io.getCause();
        }
        long position = e.getLocation() == null ? position() : e.getLocation().getByteOffset();
        String problem = e instanceof StreamConstraintsException ? "beyond a limit" : "malformed JSON";
        String name = parser.currentName();
        String near = name == null ? "" : " at or after field '" + name + "'";
        return wrongAt(Math.max(0, position), problem + near + ": " + withoutAdvice(e.getOriginalMessage()));
    }

    // The parser adds to its first line how a program would make it more lenient, and places of its own.
    private static String withoutAdvice(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        for (String rest : List.of(": enable `", " (start marker", ", from `")) {
            int at = line.indexOf(rest);
            line = at < 0 ? line : line.substring(0, at) + (rest.startsWith(",") ? ")" : "");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
