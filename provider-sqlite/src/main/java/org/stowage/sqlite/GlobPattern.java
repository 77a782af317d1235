package org.stowage.sqlite;

import java.util.OptionalInt;

/**
 * Patterns of SQLite's GLOB, which is what its LIKE is not: case-sensitive for all letters. {@code *} is any run of code points,
 * {@code ?} any one, and what stands in brackets is one of what is between them.
 */
final class GlobPattern {

    private GlobPattern() {}

    /** Returns the pattern that matches what a pattern of LIKE matches, which has been checked. */
    static String ofLike(String pattern, OptionalInt escape) {
        StringBuilder glob = new StringBuilder(pattern.length() + 8);
        int[] codePoints = pattern.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            int codePoint = codePoints[i];
            if (escape.isPresent() && codePoint == escape.getAsInt()) {
                i++;
                appendLiteral(glob, codePoints[i]);
            } else if (codePoint == '%') {
                glob.append('*');
            } else if (codePoint == '_') {
                glob.append('?');
            } else {
                appendLiteral(glob, codePoint);
            }
        }
        return glob.toString();
    }

    private static void appendLiteral(StringBuilder glob, int codePoint) {
        if (codePoint == '*' || codePoint == '?' || codePoint == '[') {
            glob.append('[').appendCodePoint(codePoint).append(']');
        } else {
            glob.appendCodePoint(codePoint);
        }
    }
}
