package org.stowage.launcher.output;

import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes: wide characters take two, marks that stand upon others none. */
final class DisplayWidth {

    private DisplayWidth() {}

    static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x7F) {
                width++;
            } else {
                int codePoint = text.codePointAt(i);
                width += Math.max(0, WCWidth.wcwidth(codePoint));
                i += Character.charCount(codePoint) - 1;
            }
        }
        return width;
    }

    /** Returns the text, or its beginning and {@code …} if it takes more columns than it may. */
    static String shortened(String text, int widest) {
        if (text.length() <= widest / 2 || of(text) <= widest) {
            return text;
        }
        int width = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            width += Math.max(0, WCWidth.wcwidth(codePoint));
            if (width > widest - 1) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end) + "…";
    }
}
