package org.stowage.spi.query;

import java.util.List;
import java.util.OptionalInt;

/**
 * Something that is true, false or unknown of each row (section 2 of the semantic contract).
 *
 * <p>The hierarchy is sealed: switch over it without a default. A provider that meets a kind of node which it does not push
 * down leaves it in the residual and is never wrong.
 */
public sealed interface Condition {

    /** True of every row. */
    Condition ALWAYS = new Constant(Truth.TRUE);

    /** False of every row. */
    Condition NEVER = new Constant(Truth.FALSE);

    /**
     * The same for every row.
     *
     * @param truth what it is
     */
    record Constant(Truth truth) implements Condition {}

    /**
     * All of them; true if there are none.
     *
     * @param parts what must hold
     */
    record And(List<Condition> parts) implements Condition {
        /** Creates the conjunction with a copy of the list. */
        public And {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Any of them; false if there are none.
     *
     * @param parts of which one must hold
     */
    record Or(List<Condition> parts) implements Condition {
        /** Creates the disjunction with a copy of the list. */
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The opposite; unknown stays unknown.
     *
     * @param part what must not hold
     */
    record Not(Condition part) implements Condition {}

    /** How two values are compared. */
    enum Relation {
        /** Equal. */
        EQUAL("="),
        /** Not equal. */
        NOT_EQUAL("<>"),
        /** Less. */
        LESS("<"),
        /** Less or equal. */
        LESS_OR_EQUAL("<="),
        /** Greater. */
        GREATER(">"),
        /** Greater or equal. */
        GREATER_OR_EQUAL(">=");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        /** Returns how it is written. */
        public String symbol() {
            return symbol;
        }

        /** Returns whether it holds for a comparison that came out negative, zero or positive. */
        public boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }

    /**
     * A comparison by the one order of the type; unknown if either is null. To ignore case, compare
     * {@link Expression.Name#FOLD_CASE} of both.
     *
     * @param relation how they are compared
     * @param left the first value
     * @param right the second value, of a comparable type
     */
    record Comparison(Relation relation, Expression left, Expression right) implements Condition {}

    /**
     * {@code value >= low and value <= high}.
     *
     * @param value what is compared
     * @param low the lower end, included
     * @param high the upper end, included
     */
    record Between(Expression value, Expression low, Expression high) implements Condition {}

    /**
     * Equal to any of the options; false if there are none; unknown if none is equal and the value or an option is null.
     *
     * @param value what is looked for
     * @param options where; an {@link Expression.Parameter} of a list type stands for all of its elements
     */
    record In(Expression value, List<Expression> options) implements Condition {
        /** Creates the condition with a copy of the list. */
        public In {
            options = List.copyOf(options);
        }
    }

    /**
     * A text matches a pattern, case-sensitively: {@code %} is any run of code points, {@code _} any one.
     *
     * @param value the text
     * @param pattern the pattern, at most 1,000 code points
     * @param escape the code point that makes the next one literal (itself, {@code %} or {@code _}); empty if there is none
     */
    record Like(Expression value, Expression pattern, OptionalInt escape) implements Condition {}

    /** Where in a text another is looked for. */
    enum Place {
        /** At its start. */
        START,
        /** At its end. */
        END,
        /** Anywhere. */
        ANYWHERE
    }

    /**
     * A text holds another, taken literally and case-sensitively.
     *
     * @param place where
     * @param value the text that is searched
     * @param part the text that is looked for
     */
    record Contains(Place place, Expression value, Expression part) implements Condition {}

    /**
     * The value is null; never unknown.
     *
     * @param value what is asked about
     */
    record IsNull(Expression value) implements Condition {}

    /** Returns the conjunction of two, without needless nesting. */
    static Condition and(Condition first, Condition second) {
        if (first.equals(ALWAYS)) {
            return second;
        }
        return second.equals(ALWAYS) ? first : new And(List.of(first, second));
    }
}
