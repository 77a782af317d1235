package org.stowage.example.ordering;

/** The rule that every text of the domain obeys. */
public final class Texts {

    private static final int LONGEST = 500;

    private Texts() {}

    /** Refuses a text that is blank or longer than 500 characters. */
    public static void notBlank(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    name + " must have between 1 and " + LONGEST + " characters and not be blank");
        }
    }
}
