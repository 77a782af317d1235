package org.stowage.internal.jdql;

/**
 * A word of a statement.
 *
 * @param kind what it is
 * @param text what it says: quotes and signs of parameters removed, doubled quotes single
 * @param start where it begins in the text
 */
record Token(Kind kind, String text, int start) {

    enum Kind {
        WORD,
        TEXT,
        WHOLE_NUMBER,
        DECIMAL_NUMBER,
        SINGLE_NUMBER,
        NAMED_PARAMETER,
        ORDINAL_PARAMETER,
        SYMBOL,
        END
    }

    boolean is(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Returns the word as it is shown in an error, behind {@code unexpected}. */
    String shown() {
        return switch (kind) {
            case END -> "end";
            case NAMED_PARAMETER -> "':" + text + "'";
            case ORDINAL_PARAMETER -> "'?" + text + "'";
            case WORD, TEXT, WHOLE_NUMBER, DECIMAL_NUMBER, SINGLE_NUMBER, SYMBOL -> "'" + text + "'";
        };
    }
}
