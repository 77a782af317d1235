package org.stowage.internal.jdql;

import java.util.List;
import org.stowage.spi.query.Expression;

/** Something with a value, as it was written; not yet typed. */
sealed interface Term extends Node {

    /** An attribute, an attribute within embedded ones, or the name of an enum constant. */
    record Path(List<String> names, int at) implements Term {
        @Override
        public String toString() {
            return String.join(".", names);
        }
    }

    /** {@code id(this)}. */
    record Id(int at) implements Term {}

    /** A literal text. */
    record Text(String value, int at) implements Term {}

    /** A literal number: its digits without sign and suffix. */
    record Numeral(String digits, Precision precision, int at) implements Term {
        /** What Java makes of a number that is written like that: a long, a double or a float. */
        enum Precision {
            WHOLE,
            DOUBLE,
            SINGLE
        }
    }

    /** A literal truth value. */
    record Bool(boolean value, int at) implements Term {}

    /** The current date or time. */
    record Now(Kind kind, int at) implements Term {
        enum Kind {
            DATE,
            TIME,
            DATETIME
        }
    }

    /** A parameter, by name or, with digits for a name, by ordinal. */
    record Parameter(String name, boolean ordinal, int at) implements Term {
        @Override
        public String toString() {
            return (ordinal ? "?" : ":") + name;
        }
    }

    /** A calculation with two numbers. */
    record Arithmetic(Expression.Operator operator, Term left, Term right, int at) implements Term {}

    /** One text after the other. */
    record Concatenation(Term left, Term right, int at) implements Term {}

    /** A number with the other sign. */
    record Negation(Term operand, int at) implements Term {}

    /** A function of its arguments. */
    record Call(Expression.Name name, List<Term> arguments, int at) implements Term {}
}
