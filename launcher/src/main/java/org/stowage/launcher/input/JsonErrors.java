package org.stowage.launcher.input;

import java.io.IOException;
import org.stowage.launcher.FailureException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/** Says what is wrong with JSON, and where. */
final class JsonErrors {

    private JsonErrors() {}

    /**
     * Returns the error.
     *
     * @param file what is read
     * @param linesBefore how many lines stand before those that the parser knows of
     */
    static FailureException of(InputFile file, JacksonException failure, long linesBefore) {
        if (failure instanceof JacksonIOException && failure.getCause() instanceof IOException cause) {
            return file.unreadable(cause);
        }
        return new FailureException(file.shown() + ", " + message(failure, linesBefore), failure);
    }

    /** Returns what is wrong, with line and column before it. */
    static String message(JacksonException failure, long linesBefore) {
        TokenStreamLocation location = failure.getLocation();
        String place = location == null
                ? ""
                : "line " + (location.getLineNr() + linesBefore) + ", column " + location.getColumnNr() + ": ";
        String message = String.valueOf(failure.getOriginalMessage());
        return place + "it is no JSON: " + message.lines().findFirst().orElse("");
    }
}
