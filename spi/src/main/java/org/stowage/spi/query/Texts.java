package org.stowage.spi.query;

import java.util.Locale;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;

/** The functions of texts. Their unit is the code point, their locale the root. */
final class Texts {

    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_BYTES_PER_CHAR = 3;

    private Texts() {}

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String foldCase(String text) {
        return lower(upper(text));
    }

    static Long length(String text) {
        return (long) text.codePointCount(0, text.length());
    }

    static String left(String text, long size) {
        long wanted = notNegative("left", size);
        // No text has more code points than chars: nothing has to be counted, and the offset fits an int.
        if (wanted >= text.length() || wanted >= length(text)) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, (int) wanted));
    }

    static String right(String text, long size) {
        long wanted = notNegative("right", size);
        if (wanted >= text.length() || wanted >= length(text)) {
            return text;
        }
        return text.substring(text.offsetByCodePoints(text.length(), (int) -wanted));
    }

    static String concat(String first, String second) {
        long most = ((long) first.length() + second.length()) * MAX_BYTES_PER_CHAR;
        if (most > MAX_BYTES && bytes(first) + bytes(second) > MAX_BYTES) {
            throw new LimitExceededException(
                    ErrorContext.none(),
                    "the texts that 'concat' joins have '" + (bytes(first) + bytes(second))
                            + "' bytes together, a text may have at most " + MAX_BYTES);
        }
        return first.concat(second);
    }

    private static long bytes(String text) {
        return text.codePoints()
                .mapToLong(codePoint -> codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4)
                .sum();
    }

    private static long notNegative(String function, long size) {
        if (size < 0) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "'" + function + "' was asked for '" + size + "' code points, expected 0 or more");
        }
        return size;
    }
}
