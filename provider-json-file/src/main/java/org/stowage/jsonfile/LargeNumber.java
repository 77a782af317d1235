package org.stowage.jsonfile;

import org.jspecify.annotations.Nullable;

/** Whole numbers that a double cannot hold exactly: they stand in quotes, because many programs read JSON numbers as doubles. */
final class LargeNumber {

    private static final long LARGEST_EXACT = (1L << 53) - 1;
    private static final int LONGEST = Long.toString(Long.MIN_VALUE).length();

    private LargeNumber() {}

    static boolean is(long number) {
        return number > LARGEST_EXACT || number < -LARGEST_EXACT;
    }

    /** Returns the number that a text stands for, or null if it is none or needs no quotes. */
    static @Nullable Long parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            long number = Long.parseLong(text);
            return is(number) && Long.toString(number).equals(text) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
