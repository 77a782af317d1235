package org.stowage.internal.jdql;

import org.jspecify.annotations.Nullable;
import org.stowage.query.JdqlException;

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
        return new JdqlException(message, line, column, cause);
    }
}
