package org.stowage.spi.value;

import java.math.BigDecimal;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;

/** Validates decimals and takes off their trailing zeros, so that equal numbers are equal objects. */
final class DecimalCheck {

    static final int MOST_DIGITS = 100;

    /** The range of the exponent e when a number is written 0.digits × 10^e, its first digit not zero. */
    static final int LEAST_EXPONENT = -499;

    static final int GREATEST_EXPONENT = 500;

    private DecimalCheck() {}

    static Object check(ValueType.Decimal type, BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.signum() != 0) {
            checkRange(number, stripped);
        }
        if (type.scale() != ValueType.Decimal.ANY_SCALE && stripped.scale() > type.scale()) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    ShownValue.of(number) + " is no " + type.describe() + ": expected at most " + type.scale()
                            + " digits after the point; round it first");
        }
        return stripped.scale() == number.scale() ? number : stripped;
    }

    private static void checkRange(BigDecimal number, BigDecimal stripped) {
        if (stripped.precision() > MOST_DIGITS) {
            throw new LimitExceededException(
                    ErrorContext.none(),
                    ShownValue.of(number) + " has " + stripped.precision() + " digits: expected at most "
                            + MOST_DIGITS);
        }
        long exponent = (long) stripped.precision() - stripped.scale();
        if (exponent < LEAST_EXPONENT || exponent > GREATEST_EXPONENT) {
            throw new LimitExceededException(
                    ErrorContext.none(),
                    ShownValue.of(number)
                            + " is no decimal: expected zero, or an absolute value from 1E-500 to below 1E+500");
        }
    }
}
