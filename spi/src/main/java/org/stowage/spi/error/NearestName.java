package org.stowage.spi.error;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what somebody probably meant by a name that does not exist, for the messages of errors.
 *
 * <p>Near means few edits, where an edit inserts, removes or replaces a character or swaps two neighbours; more are allowed for
 * longer names.
 */
public final class NearestName {

    private static final int MOST_EDITS = 3;
    private static final int LONGEST_NAME = 256;
    private static final int MOST_LISTED = 20;

    private NearestName() {}

    /**
     * Returns the name that is nearest to a wrong one, if any is near enough. One that differs in case alone is nearest of all;
     * of equally near ones the first by {@link String#compareTo} is chosen.
     *
     * @param wrong the name that does not exist
     * @param known the names that do
     */
    public static Optional<String> of(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String lower = wrong.toLowerCase(Locale.ROOT);
        int best = Math.min(MOST_EDITS, (wrong.length() + 2) / 3) + 1;
        String nearest = null;
        for (String name : sorted(known)) {
            if (Math.abs(name.length() - wrong.length()) < best) {
                int edits = edits(lower, name.toLowerCase(Locale.ROOT));
                if (edits < best && edits < name.length()) {
                    best = edits;
                    nearest = name;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /**
     * Returns the end of a message about a wrong name: {@code "; did you mean 'city'?"}, or if none is near
     * {@code "; there are 'city', 'name'"} with at most twenty names, or nothing if none is known.
     *
     * @param wrong the name that does not exist
     * @param known the names that do
     */
    public static String hint(String wrong, Collection<String> known) {
        return of(wrong, known).map(name -> "; did you mean '" + name + "'?").orElseGet(() -> list(known));
    }

    private static String list(Collection<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        String names = sorted(known).stream()
                .limit(MOST_LISTED)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
        int hidden = known.size() - MOST_LISTED;
        return (known.size() == 1 ? "; there is only " : "; there are ")
                + names
                + (hidden > 0 ? " and " + hidden + " more" : "");
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    // Damerau and Levenshtein's distance in its restricted form: no part is edited twice. Three rows of the table are
    // enough.
    private static int edits(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (swapped(from, i, to, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[to.length()];
    }

    private static boolean swapped(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
