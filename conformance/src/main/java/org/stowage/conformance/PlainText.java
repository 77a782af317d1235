package org.stowage.conformance;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Texts of a provider in a report: nothing in them moves a cursor, changes colours or turns the direction. */
final class PlainText {

    private PlainText() {}

    /** Returns a text with its lines. */
    static String lines(String text) {
        return plain(text, character -> character == '\n' || character == '\t' || !controls(character), '?');
    }

    /** Returns a text on one line. */
    static String line(String text) {
        return plain(text.replace('\n', ' ').replace('\t', ' '), character -> !controls(character), '?');
    }

    private static String plain(String text, IntPredicate allowed, char instead) {
        return text.codePoints()
                .map(character -> allowed.test(character) ? character : instead)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean controls(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
