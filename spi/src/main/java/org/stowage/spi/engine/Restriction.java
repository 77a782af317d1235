package org.stowage.spi.engine;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.ValueType;

/**
 * What a condition says about the values of one field, if the rows that it holds for stand together in an order by that field. Its
 * expressions are literals and parameters.
 */
sealed interface Restriction {

    /** Returns the place of the field in a row. */
    int field();

    /** Returns the condition. */
    Condition condition();

    /** Returns whether the restriction says all that the condition does, so that its rows need no test. */
    default boolean exact() {
        return true;
    }

    /** The value is one of the options; a parameter of a list type stands for all of its elements. */
    record Points(int field, Condition condition, List<Expression> options) implements Restriction {
        /** Returns whether there is no more than one option, whatever the arguments are. */
        boolean single() {
            return options.size() == 1 && !(options.get(0).type() instanceof ValueType.ListOf);
        }
    }

    /** The value is null. */
    record Absent(int field, Condition condition) implements Restriction {}

    /** The value is not null and between the ends that are there. */
    record Interval(
            int field,
            Condition condition,
            @Nullable Expression low,
            boolean lowIncluded,
            @Nullable Expression high,
            boolean highIncluded)
            implements Restriction {}

    /** The text starts with another. */
    record Start(int field, Condition condition, Expression text) implements Restriction {}

    /** The text starts with that of a pattern up to the first wildcard; the pattern says more. */
    record Pattern(int field, Condition condition, Expression pattern, OptionalInt escape) implements Restriction {
        @Override
        public boolean exact() {
            return false;
        }

        /** Returns the text before the first code point that is not literal. */
        String start(String text) {
            int end = 0;
            while (end < text.length()) {
                int point = text.codePointAt(end);
                if (point == '%' || point == '_' || (escape.isPresent() && escape.getAsInt() == point)) {
                    break;
                }
                end += Character.charCount(point);
            }
            return text.substring(0, end);
        }
    }
}
