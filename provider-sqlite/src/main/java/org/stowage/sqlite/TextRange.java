package org.stowage.sqlite;

/** The range, in code point order, of the texts that start with another. */
final class TextRange {

    // In SQLite every text is less than every blob.
    private static final byte[] BEHIND_ALL_TEXTS = {};

    private TextRange() {}

    /** Returns the least value that is greater than every text that starts with the given one: a text, or a blob if there is none. */
    static Object end(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                return prefix.substring(0, end) + Character.toString(next(last));
            }
        }
        return BEHIND_ALL_TEXTS;
    }

    // Surrogates are no characters of their own.
    private static int next(int codePoint) {
        return codePoint + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : codePoint + 1;
    }
}
