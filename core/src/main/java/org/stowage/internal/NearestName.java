package org.stowage.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name that somebody meant who wrote another one. */
public final class NearestName {

    private NearestName() {}

    /** Returns the candidate that differs least, if one is near enough to be what was meant. */
    public static Optional<String> of(String written, Collection<String> candidates) {
        String folded = written.toLowerCase(Locale.ROOT);
        int bound = Math.max(1, folded.length() / 3) + 1;
        String best = null;
        for (String candidate : candidates) {
            int distance = distance(folded, candidate.toLowerCase(Locale.ROOT));
            if (distance < bound) {
                bound = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns what to say after an unknown name: the nearest one if there is one, else all that there are. */
    public static String remedy(String written, Collection<String> candidates) {
        return of(written, candidates)
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElseGet(() -> candidates.isEmpty()
                        ? "there is none"
                        : "there are "
                                + candidates.stream()
                                        .sorted()
                                        .map(name -> "'" + name + "'")
                                        .collect(Collectors.joining(", ")));
    }

    // Edits of one character, and swaps of two that stand beside each other, which is how most slips of the hand look.
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(last[j], current[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = current;
        }
        return last[b.length()];
    }
}
