package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;

/**
 * A pattern of {@link Condition.Like}, ready to match. Immutable, for many threads.
 *
 * <p>The pattern is cut at each {@code %} into runs. The first run must start the text and the last one end it; each run between
 * is taken where it is first found, since a later place never makes more possible. So nothing is ever tried twice: the time is
 * at most length of text times length of pattern, and nothing is allocated.
 */
public final class LikePattern {

    private static final int ANY_ONE = -1;

    private final List<Run> runs;

    private LikePattern(List<Run> runs) {
        this.runs = runs;
    }

    /**
     * Returns the pattern of a text.
     *
     * @param pattern the text; {@code %} is any run of code points, {@code _} any one
     * @param escape the code point that makes the next one literal, if there is one
     * @throws InvalidValueException if the escape stands at the end, or before something that needs none
     * @throws LimitExceededException if the pattern has more than {@link QueryLimits#PATTERN} code points
     */
    public static LikePattern of(String pattern, OptionalInt escape) {
        int length = pattern.codePointCount(0, pattern.length());
        if (length > QueryLimits.PATTERN) {
            throw new LimitExceededException(
                    ErrorContext.none(),
                    "a pattern may have at most " + QueryLimits.PATTERN + " code points, this one has '" + length
                            + "'");
        }
        int[] codePoints = pattern.codePoints().toArray();
        List<Run> runs = new ArrayList<>();
        int[] run = new int[codePoints.length];
        int size = 0;
        for (int i = 0; i < codePoints.length; i++) {
            int codePoint = codePoints[i];
            if (escape.isPresent() && codePoint == escape.getAsInt()) {
                i++;
                run[size++] = escaped(pattern, codePoints, i, codePoint);
            } else if (codePoint == '%') {
                runs.add(Run.of(run, size));
                size = 0;
            } else {
                run[size++] = codePoint == '_' ? ANY_ONE : codePoint;
            }
        }
        runs.add(Run.of(run, size));
        return new LikePattern(List.copyOf(runs));
    }

    private static int escaped(String pattern, int[] codePoints, int next, int escape) {
        String quoted = "the pattern '" + pattern + "' has the escape '" + Character.toString(escape) + "' ";
        if (next == codePoints.length) {
            throw new InvalidValueException(
                    ErrorContext.none(), quoted + "at its end, where nothing follows; write it twice to mean itself");
        }
        int codePoint = codePoints[next];
        if (codePoint != escape && codePoint != '%' && codePoint != '_') {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    quoted + "before '" + Character.toString(codePoint) + "', which needs none; expected '%', '_' or '"
                            + Character.toString(escape) + "' after it");
        }
        return codePoint;
    }

    /** Returns whether a text matches as a whole. */
    public boolean matches(String text) {
        Run first = runs.get(0);
        int position = first.endFrom(text, 0);
        int last = runs.size() - 1;
        if (last == 0) {
            return position == text.length();
        }
        for (int i = 1; i < last && position >= 0; i++) {
            position = runs.get(i).endOfFirst(text, position);
        }
        return position >= 0 && runs.get(last).ends(text, position);
    }

    /**
     * Returns what every matching text starts with, perhaps nothing. It is for stores that can find texts by their beginning and then
     * test the pattern.
     */
    public String prefix() {
        return runs.get(0).start;
    }

    /** Returns whether the pattern is matched by one text alone, which is then {@link #prefix()}. */
    public boolean exact() {
        return runs.size() == 1 && runs.get(0).literal();
    }

    /** Returns whether the pattern is matched by exactly the texts that start with {@link #prefix()}. */
    public boolean prefixOnly() {
        return runs.size() == 2 && runs.get(0).literal() && runs.get(1).empty();
    }

    /** What stands between two {@code %}: code points, the first of them known as a text, or any one. */
    private static final class Run {

        private final int[] codePoints;
        private final String start;
        private final int known;

        private Run(int[] codePoints, int known) {
            this.codePoints = codePoints;
            this.start = new String(codePoints, 0, known);
            this.known = known;
        }

        static Run of(int[] codePoints, int size) {
            int known = 0;
            while (known < size && codePoints[known] != ANY_ONE) {
                known++;
            }
            return new Run(Arrays.copyOf(codePoints, size), known);
        }

        boolean empty() {
            return codePoints.length == 0;
        }

        boolean literal() {
            return known == codePoints.length;
        }

        /** Returns where the run ends if it stands at a position, else −1. */
        int endFrom(String text, int position) {
            if (!text.startsWith(start, position)) {
                return -1;
            }
            int end = position + start.length();
            for (int i = known; i < codePoints.length; i++) {
                if (end == text.length()) {
                    return -1;
                }
                int codePoint = text.codePointAt(end);
                if (codePoints[i] != ANY_ONE && codePoints[i] != codePoint) {
                    return -1;
                }
                end += Character.charCount(codePoint);
            }
            return end;
        }

        /** Returns where the run ends that starts first at or after a position, or −1 if there is none. */
        int endOfFirst(String text, int from) {
            int position = text.indexOf(start, from);
            while (position >= 0) {
                int end = endFrom(text, position);
                if (end >= 0 || position == text.length()) {
                    return end;
                }
                position = text.indexOf(start, position + Character.charCount(text.codePointAt(position)));
            }
            return -1;
        }

        /** Returns whether the text ends with the run, which must start at or after a position. */
        boolean ends(String text, int from) {
            int position = text.length();
            for (int i = 0; i < codePoints.length; i++) {
                if (position <= from) {
                    return false;
                }
                position -= Character.charCount(text.codePointBefore(position));
            }
            return endFrom(text, position) == text.length();
        }
    }
}
