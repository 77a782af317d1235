package org.stowage.example.ordering;

/** The rule that every text of the domain obeys. */
public final class Texts {

    private static final int LONGEST = 500;

    private Texts() {}

    /** Refuses a text that is blank, longer than 500 characters, or holds what no text may hold. */
    public static void notBlank(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    name + " must have between 1 and " + LONGEST + " characters and not be blank");
        }
        if (text.codePoints().anyMatch(Texts::isNoCharacter)) {
            throw new IllegalArgumentException(name + " must not hold U+0000 or half a surrogate pair");
        }
    }

    private static boolean isNoCharacter(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
