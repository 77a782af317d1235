package org.stowage.internal.methodname;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stowage.spi.error.NearestName;

/** The words of a name that are no attributes. */
final class Keywords {

    static final String BY = "By";
    static final String AND = "And";
    static final String OR = "Or";
    static final String ORDER_BY = "OrderBy";
    static final String FIRST = "First";
    static final String ALL = "All";
    static final String NOT = "Not";
    static final String IGNORE_CASE = "IgnoreCase";
    static final String ASCENDING = "Asc";
    static final String DESCENDING = "Desc";

    // Longer ones first, so that none hides another that starts with it.
    private static final List<String> IN_CONDITIONS = Stream.concat(
                    Stream.of(AND, OR, ORDER_BY, NOT, IGNORE_CASE),
                    Stream.of(Operator.values()).map(Operator::keyword))
            .filter(keyword -> !keyword.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    private static final List<String> IN_ORDERS = List.of(IGNORE_CASE, DESCENDING, ASCENDING);

    // What names are made of where other rules hold; an empty text stands for something to leave out.
    private static final Map<String, String> ELSEWHERE = Map.of(
            "After", "GreaterThan",
            "Ascending", ASCENDING,
            "Before", "LessThan",
            "Containing", "Contains",
            "Descending", DESCENDING,
            "EndingWith", "EndsWith",
            "Equals", "",
            "Is", "",
            "StartingWith", "StartsWith");

    private Keywords() {}

    /** Returns whether a word stands at a place as a word, and not as the beginning of a longer one. */
    static boolean standsAt(String name, int at, String word) {
        int end = at + word.length();
        return name.startsWith(word, at) && (end == name.length() || !Character.isLowerCase(name.charAt(end)));
    }

    /** Returns the keyword that stands at a place, if there is one. */
    static Optional<String> at(String name, int at) {
        return Stream.concat(IN_CONDITIONS.stream(), IN_ORDERS.stream())
                .filter(keyword -> standsAt(name, at, keyword))
                .findFirst();
    }

    /** Returns where the word ends that starts at a place: before the next keyword. */
    static int wordEnd(String name, int at) {
        int end = at + 1;
        while (end < name.length() && at(name, end).isEmpty()) {
            end++;
        }
        return Math.min(end, name.length());
    }

    /** Returns what was probably meant by something that stands where a keyword should; an empty text to leave it out. */
    static Optional<String> meant(String wrong, boolean inOrder) {
        List<String> keywords = inOrder ? IN_ORDERS : IN_CONDITIONS;
        return Optional.ofNullable(ELSEWHERE.get(wrong))
                .or(() -> NearestName.of(wrong, keywords))
                .or(() -> keywords.stream()
                        .filter(keyword -> wrong.length() > 2 && keyword.startsWith(wrong))
                        .min(Comparator.comparingInt(String::length)));
    }
}
