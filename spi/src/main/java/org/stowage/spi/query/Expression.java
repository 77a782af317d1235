package org.stowage.spi.query;

import java.util.List;
import java.util.Objects;
import org.stowage.spi.value.ValueType;

/**
 * Something that has a value for each row, or null. Null in any argument makes the whole null.
 *
 * <p>The tree is typed when it is built; {@link Query} refuses one whose types do not fit. The hierarchy is sealed: switch over
 * it without a default, so that a new kind of node is a compile error where it is not yet thought of.
 */
public sealed interface Expression {

    /** Returns the type of its values. */
    ValueType type();

    /**
     * The value of a field, or of a field within structures.
     *
     * @param names the field's name, then the names within its structures; at least one
     * @param type the type of the last of them
     */
    record Path(List<String> names, ValueType type) implements Expression {
        /** Creates the path with a copy of the names. */
        public Path {
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("a path needs at least one name");
            }
        }

        /** Returns the path to a field of an entity. */
        public static Path of(String name, ValueType type) {
            return new Path(List.of(name), type);
        }

        /** Returns the name of the field in the entity. */
        public String field() {
            return names.get(0);
        }

        /** Returns whether it leads to a field of the entity, not into a structure. */
        public boolean simple() {
            return names.size() == 1;
        }

        /** Returns the names with points between. */
        @Override
        public String toString() {
            return String.join(".", names);
        }
    }

    /**
     * A value that is part of the query.
     *
     * @param value the neutral value; never null (null is written {@link Condition.IsNull}, or bound to a parameter)
     * @param type its type
     */
    record Literal(Object value, ValueType type) implements Expression {
        /** Creates the literal. */
        public Literal {
            Objects.requireNonNull(
                    value, "a literal is never null: ask whether something is null, or bind null to a parameter");
        }
    }

    /**
     * A value that comes with each {@link ScanRequest}.
     *
     * @param index its place among the arguments, from 0
     * @param type the type of the argument, which may be null; a list type only as an option of {@link Condition.In}
     */
    record Parameter(int index, ValueType type) implements Expression {}

    /** What is done with two numbers. */
    enum Operator {
        /** Sum. */
        ADD("+"),
        /** Difference. */
        SUBTRACT("-"),
        /** Product. */
        MULTIPLY("*"),
        /** Quotient: truncated between INT64, to 34 digits half even between DECIMAL. */
        DIVIDE("/");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** Returns how it is written. */
        public String symbol() {
            return symbol;
        }
    }

    /**
     * A calculation. INT64 is checked; INT64 with DECIMAL is DECIMAL, anything with FLOAT64 is FLOAT64. Overflow, division by
     * zero and results that are not finite throw {@code ArithmeticOverflowException}.
     *
     * @param operator what is done
     * @param left the first number
     * @param right the second number
     * @param type the type of the result
     */
    record Arithmetic(Operator operator, Expression left, Expression right, ValueType type) implements Expression {
        /** Returns the calculation with the type of its result. */
        public static Arithmetic of(Operator operator, Expression left, Expression right) {
            return new Arithmetic(operator, left, right, TypeRules.promote(operator, left, right));
        }
    }

    /**
     * A number with the other sign.
     *
     * @param operand the number
     */
    record Negation(Expression operand) implements Expression {
        @Override
        public ValueType type() {
            return operand.type();
        }
    }

    /** The functions. */
    enum Name {
        /** Lower case by {@code Locale.ROOT}: one text. */
        LOWER,
        /** Upper case by {@code Locale.ROOT}: one text. */
        UPPER,
        /** {@code lower(upper(text))}: what ignore-case comparison compares. */
        FOLD_CASE,
        /** The number of code points of a text, INT64. */
        LENGTH,
        /** The first code points of a text: text and how many, which is not negative. */
        LEFT,
        /** The last code points of a text: text and how many, which is not negative. */
        RIGHT,
        /** Two texts one after the other. */
        CONCAT,
        /** The absolute value of a number; INT64 is checked. */
        ABS
    }

    /**
     * A function of its arguments.
     *
     * @param name which one
     * @param arguments as many as it takes
     * @param type the type of its result
     */
    record Function(Name name, List<Expression> arguments, ValueType type) implements Expression {
        /** Creates the function with a copy of the arguments. */
        public Function {
            arguments = List.copyOf(arguments);
        }

        /** Returns the function with the type of its result. */
        public static Function of(Name name, Expression... arguments) {
            return new Function(name, List.of(arguments), TypeRules.resultOf(name, List.of(arguments)));
        }
    }
}
