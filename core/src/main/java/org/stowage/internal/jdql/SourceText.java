package org.stowage.internal.jdql;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.stowage.query.JdqlException;
import org.stowage.spi.error.NearestName;

/**
 * The text of a statement, so that errors can say where they are.
 *
 * @param text as it was written
 */
public record SourceText(String text) {

    /**
     * Returns the error at an offset of the text.
     *
     * @param offset where, in characters from 0
     * @param failure what is wrong, without a full stop
     * @param remedy what to do, or an empty text
     */
    public JdqlException error(int offset, String failure, String remedy) {
        return error(offset, failure, remedy, null);
    }

    /**
     * Returns the error that a name at an offset of the text is unknown, with the nearest of those that are known.
     *
     * @param failure what is wrong, the name included
     */
    public JdqlException unknown(int offset, String failure, String name, Collection<String> known) {
        String hint = NearestName.hint(name, known);
        return error(offset, failure, hint.startsWith("; ") ? hint.substring(2) : hint);
    }

    /** Returns the error at an offset of the text with its cause. */
    public JdqlException error(int offset, String failure, String remedy, @Nullable Throwable cause) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        int column = text.codePointCount(start, Math.min(offset, text.length())) + 1;
        String place = text.indexOf('\n') < 0 ? "column " + column : "line " + line + ", column " + column;
        String message = failure + " at " + place + (remedy.isEmpty() ? "" : "; " + remedy);
        return new JdqlException(message, text, line, column, cause);
    }
}
