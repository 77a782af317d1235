package org.stowage.launcher.output;

import java.util.Locale;

/** Texts of others on the terminal of a person: characters that move the cursor, change colours or turn the direction are shown, not obeyed. */
public final class SafeText {

    private SafeText() {}

    /** Returns the text on one line, with control characters as JSON would write them. */
    public static String of(String text) {
        return isSafe(text) ? text : escaped(text);
    }

    static boolean isSafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (controls(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\n' -> safe.append("\\n");
                case '\r' -> safe.append("\\r");
                case '\t' -> safe.append("\\t");
                default -> {
                    if (controls(character)) {
                        safe.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
                    } else {
                        safe.append(character);
                    }
                }
            }
        }
        return safe.toString();
    }

    private static boolean controls(char character) {
        return character < ' '
                || (character >= 0x7F && character <= 0x9F)
                || character == 0x2028
                || character == 0x2029
                || character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0xFEFF;
    }
}
