package org.stowage.spi.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.value.ValueType;

/** Calculation with neutral numbers: INT64 checked, DECIMAL exact within its limits, FLOAT64 finite. */
final class Numbers {

    private static final MathContext QUOTIENT = new MathContext(34, RoundingMode.HALF_EVEN);

    private Numbers() {}

    static ExpressionCompiler.Binary operation(Expression.Arithmetic arithmetic) {
        Expression.Operator operator = arithmetic.operator();
        if (arithmetic.type().equals(ValueType.INT64)) {
            return (left, right) -> integer(operator, (Long) left, (Long) right);
        }
        if (arithmetic.type().equals(ValueType.FLOAT64)) {
            return (left, right) -> floating(operator, (Number) left, (Number) right);
        }
        return (left, right) -> decimal(operator, (Number) left, (Number) right);
    }

    static ExpressionCompiler.Unary negation(ValueType type) {
        if (type.equals(ValueType.INT64)) {
            return value -> integer(Expression.Operator.SUBTRACT, 0, (Long) value);
        }
        // 0.0 - 0.0 is 0.0, while -0.0 would be no neutral value.
        return type.equals(ValueType.FLOAT64) ? value -> 0.0 - (Double) value : value -> ((BigDecimal) value).negate();
    }

    static ExpressionCompiler.Unary absolute(ValueType type) {
        if (type.equals(ValueType.INT64)) {
            return value -> {
                long number = (Long) value;
                return number < 0 ? integer(Expression.Operator.SUBTRACT, 0, number) : value;
            };
        }
        return type.equals(ValueType.FLOAT64) ? value -> Math.abs((Double) value) : value -> ((BigDecimal) value).abs();
    }

    private static Object integer(Expression.Operator operator, long left, long right) {
        try {
            return switch (operator) {
                case ADD -> Math.addExact(left, right);
                case SUBTRACT -> Math.subtractExact(left, right);
                case MULTIPLY -> Math.multiplyExact(left, right);
                case DIVIDE -> Math.divideExact(left, right);
            };
        } catch (ArithmeticException e) {
            // Only a division fails for a right-hand 0.
            throw failed(operator, left, right, right == 0, "int64", e);
        }
    }

    private static Object floating(Expression.Operator operator, Number left, Number right) {
        double a = left.doubleValue();
        double b = right.doubleValue();
        double result = switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
        };
        if (!Double.isFinite(result)) {
            throw failed(operator, left, right, b == 0 && operator == Expression.Operator.DIVIDE, "float64", null);
        }
        return result == 0 ? 0.0 : result;
    }

    private static Object decimal(Expression.Operator operator, Number left, Number right) {
        BigDecimal a = decimalOf(left);
        BigDecimal b = decimalOf(right);
        if (operator == Expression.Operator.DIVIDE && b.signum() == 0) {
            throw failed(operator, left, right, true, "decimal", null);
        }
        BigDecimal result = switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(b, QUOTIENT);
        };
        try {
            return ValueType.DECIMAL.check(result);
        } catch (InvalidValueException | LimitExceededException e) {
            throw failed(operator, left, right, false, "decimal", e);
        }
    }

    private static BigDecimal decimalOf(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }

    private static ArithmeticOverflowException failed(
            Expression.Operator operator,
            Number left,
            Number right,
            boolean byZero,
            String type,
            @Nullable Throwable cause) {
        String calculation = "'" + left + " " + operator.symbol() + " " + right + "'";
        return new ArithmeticOverflowException(
                ErrorContext.none(),
                byZero
                        ? calculation + " is a division by zero; leave out such rows before dividing"
                        : calculation + " is not a value of " + type + "; use smaller numbers or a wider type",
                cause);
    }
}
