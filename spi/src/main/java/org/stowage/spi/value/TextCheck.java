package org.stowage.spi.value;

import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;

/** Validates text: Unicode scalar values without U+0000, at most 16 MiB as UTF-8. */
final class TextCheck {

    /** The most bytes of a text as UTF-8, and of a value of type BYTES. */
    static final int LONGEST = 16 * 1024 * 1024;

    private TextCheck() {}

    static String check(String text) {
        int length = text.length();
        int ascii = asciiStart(text);
        long bytes = ascii == length ? length : ascii + utf8Length(text, ascii);
        if (bytes > LONGEST) {
            throw new LimitExceededException(
                    ErrorContext.none(),
                    "text " + ShownValue.of(text) + " is too long: expected at most " + LONGEST
                            + " bytes of UTF-8 (16 MiB)");
        }
        return text;
    }

    /** Returns how many bytes a valid text takes as UTF-8. */
    static long utf8Length(String text) {
        int ascii = asciiStart(text);
        return ascii + utf8Length(text, ascii);
    }

    private static int asciiStart(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            // One comparison for both: 0 becomes the largest character.
            if ((char) (text.charAt(i) - 1) >= 0x7F) {
                return i;
            }
        }
        return length;
    }

    private static long utf8Length(String text, int start) {
        long bytes = 0;
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                throw invalid(text, i, "U+0000 at index '" + i + "'");
            } else if (character < 0x80) {
                bytes++;
            } else if (character < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(character)) {
                bytes += 3;
            } else {
                if (Character.isLowSurrogate(character)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw invalid(text, i, "half a surrogate pair at index '" + i + "'");
                }
                bytes += 4;
                i++;
            }
        }
        return bytes;
    }

    private static InvalidValueException invalid(String text, int index, String what) {
        return new InvalidValueException(
                ErrorContext.none(),
                "text " + ShownValue.of(text.substring(Math.max(0, index - 20))) + " holds " + what
                        + ": expected Unicode characters other than U+0000");
    }
}
