package org.stowage.layers.verify;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer of a store that differs from what the query means.
 *
 * @param store what the application calls the store
 * @param query the query, for people
 * @param arguments the arguments of its parameters, for people
 * @param difference in what the answers differ, as a sentence
 * @param expected what is right, from the first difference on; some rows of it
 * @param given what the store gave instead; some rows of it
 * @param reproducer statements in Java that ask again
 */
public record WrongAnswer(
        String store,
        String query,
        String arguments,
        String difference,
        List<String> expected,
        List<String> given,
        String reproducer) {

    /** Creates the report with copies of the lists. */
    public WrongAnswer {
        expected = List.copyOf(expected);
        given = List.copyOf(given);
    }

    /** Returns the report for people, on several lines. */
    @Override
    public String toString() {
        return "store '" + store + "' gave a wrong answer: " + difference + "\n  query     " + query
                + "\n  arguments " + arguments + "\n  expected  " + shown(expected) + "\n  given     " + shown(given)
                + "\n  to repeat it on the same rows (all queries are compared with --verify=100%):\n"
                + reproducer.lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }

    private static String shown(List<String> rows) {
        return rows.isEmpty() ? "nothing more" : String.join("\n            ", rows);
    }
}
