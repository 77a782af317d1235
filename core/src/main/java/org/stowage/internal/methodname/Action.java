package org.stowage.internal.methodname;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a name asks for. */
public enum Action {
    /** The entities. */
    FIND("find", "finds"),
    /** How many there are. */
    COUNT("count", "counts"),
    /** Whether there is any. */
    EXISTS("exists", "asks whether there is any"),
    /** To delete them. */
    DELETE("delete", "deletes");

    private final String word;
    private final String does;

    Action(String word, String does) {
        this.word = word;
        this.does = does;
    }

    /** Returns the word with which names start that ask for it. */
    public String word() {
        return word;
    }

    /** Returns what a method does that asks for it, for messages. */
    public String does() {
        return does;
    }

    /** Returns the words with which a name can start. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Action::word).toList();
    }

    /** Returns what a name asks for, or empty if it is no query: {@code findings} and {@code deleted} are none. */
    public static Optional<Action> of(String methodName) {
        return Arrays.stream(values())
                .filter(action -> Keywords.standsAt(methodName, 0, action.word))
                .findFirst();
    }
}
