package org.stowage.certificate;

import java.util.stream.Collectors;

/** One line of text that may be shown on a terminal: nothing in it moves the cursor, changes colours or turns the direction. */
final class PlainText {

    private static final int SHOWN = 80;

    private PlainText() {}

    /**
     * Requires that a text of somebody else's is one plain line.
     *
     * @throws IllegalArgumentException if it is too long or controls something
     */
    static void require(String what, String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException(what + " has " + text.length() + " characters, and may have " + longest);
        }
        if (text.codePoints().anyMatch(PlainText::controls)) {
            throw new IllegalArgumentException(
                    what + " holds a character that controls a terminal or breaks the line: '" + shown(text) + "'");
        }
    }

    /** Returns the beginning of a text, with question marks for what is not plain. */
    static String shown(String text) {
        String plain = text.codePoints()
                .limit(SHOWN)
                .map(character -> controls(character) ? '?' : character)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return text.codePointCount(0, text.length()) > SHOWN ? plain + "…" : plain;
    }

    private static boolean controls(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
