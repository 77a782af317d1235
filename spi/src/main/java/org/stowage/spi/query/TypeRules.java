package org.stowage.spi.query;

import java.util.List;
import java.util.Locale;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.value.ValueType;

/** Which types calculations and functions take, and which they give. */
final class TypeRules {

    private TypeRules() {}

    static ValueType promote(Expression.Operator operator, Expression left, Expression right) {
        ValueType first = numeric(left, "'" + operator.symbol() + "'");
        ValueType second = numeric(right, "'" + operator.symbol() + "'");
        if (first.equals(ValueType.FLOAT64) || second.equals(ValueType.FLOAT64)) {
            return ValueType.FLOAT64;
        }
        return first.equals(ValueType.INT64) && second.equals(ValueType.INT64) ? ValueType.INT64 : ValueType.DECIMAL;
    }

    static ValueType resultOf(Expression.Name name, List<Expression> arguments) {
        String what = "'" + name.name().toLowerCase(Locale.ROOT) + "'";
        int wanted = arity(name);
        if (arguments.size() != wanted) {
            throw mismatch(what + " takes " + (wanted == 1 ? "one argument" : wanted + " arguments") + ", but '"
                    + arguments.size() + "' are given");
        }
        return switch (name) {
            case LOWER, UPPER, FOLD_CASE -> text(arguments.get(0), what);
            case LENGTH -> {
                text(arguments.get(0), what);
                yield ValueType.INT64;
            }
            case LEFT, RIGHT -> {
                integer(arguments.get(1), what);
                yield text(arguments.get(0), what);
            }
            case CONCAT -> {
                text(arguments.get(1), what);
                yield text(arguments.get(0), what);
            }
            case ABS -> numeric(arguments.get(0), what);
        };
    }

    static ValueType numeric(Expression operand, String what) {
        ValueType type = operand.type();
        if (type.equals(ValueType.INT64) || type.equals(ValueType.FLOAT64) || type instanceof ValueType.Decimal) {
            return type;
        }
        throw unfit(operand, what, "a number");
    }

    static ValueType text(Expression operand, String what) {
        if (operand.type().equals(ValueType.TEXT)) {
            return operand.type();
        }
        throw unfit(operand, what, "text");
    }

    private static void integer(Expression operand, String what) {
        if (!operand.type().equals(ValueType.INT64)) {
            throw unfit(operand, what, "int64");
        }
    }

    private static int arity(Expression.Name name) {
        return switch (name) {
            case LOWER, UPPER, FOLD_CASE, LENGTH, ABS -> 1;
            case LEFT, RIGHT, CONCAT -> 2;
        };
    }

    private static TypeMismatchException unfit(Expression operand, String what, String wanted) {
        return mismatch(what + " needs " + wanted + ", but '" + QueryText.describe(operand) + "' is "
                + operand.type().describe());
    }

    private static TypeMismatchException mismatch(String message) {
        return new TypeMismatchException(ErrorContext.none(), message);
    }
}
