package org.stowage.query;

import jakarta.data.exceptions.MappingException;
import org.jspecify.annotations.Nullable;

/** A text is no statement of the query language, or does not fit the entity that it is about. Nothing was run. */
public final class JdqlException extends MappingException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final int line;
    private final int column;

    /**
     * Creates the exception.
     *
     * @param message one sentence that also says where
     * @param text the text
     * @param line the line of the text, from 1
     * @param column the column in code points, from 1
     * @param cause what was thrown beneath, or null
     */
    public JdqlException(String message, String text, int line, int column, @Nullable Throwable cause) {
        super(message, cause);
        this.text = text;
        this.line = line;
        this.column = column;
    }

    /** Returns the line of the text to which it applies, and a second line with a caret below the place. */
    public String excerpt() {
        String shown = text.lines().skip(line - 1L).findFirst().orElse("");
        StringBuilder marked = new StringBuilder(shown).append('\n');
        // A tab takes as much room below itself; what is wider than others is not known.
        shown.codePoints().limit(column - 1L).forEach(c -> marked.append(c == '\t' ? '\t' : ' '));
        return marked.append('^').toString();
    }

    /** Returns the line of the text to which it applies, from 1. */
    public int line() {
        return line;
    }

    /** Returns the column to which it applies, in code points from 1. */
    public int column() {
        return column;
    }
}
