package org.stowage.internal.jdql;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.query.JdqlException;
import org.stowage.query.ValueText;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.ValueType;

/**
 * What literals mean. Types never convert, but a literal has none before it is used: it takes the type of what it meets, if its
 * digits or characters are exactly a value of that type.
 */
final class Literals {

    private static final Set<ValueType> WRITTEN_AS_TEXT =
            Set.of(ValueType.UUID, ValueType.INSTANT, ValueType.DATE, ValueType.TIME, ValueType.DATETIME);

    private final SourceText source;

    Literals(SourceText source) {
        this.source = source;
    }

    Expression.Literal text(Term.Text term, @Nullable ValueType expected) {
        if (expected instanceof ValueType.Enumeration enumeration) {
            return constant(term.value(), enumeration, term.at());
        }
        ValueType type = expected != null && WRITTEN_AS_TEXT.contains(expected) ? expected : ValueType.TEXT;
        try {
            return new Expression.Literal(ValueText.parse(type, term.value()), type);
        } catch (StoreException failure) {
            throw source.error(
                    term.at(),
                    "'" + term.value() + "' is no " + type.describe(),
                    String.valueOf(failure.getMessage()),
                    failure);
        }
    }

    Expression.Literal constant(String name, ValueType.Enumeration enumeration, int at) {
        if (!enumeration.names().contains(name)) {
            throw source.unknown(at, "unknown constant '" + name + "'", name, enumeration.names());
        }
        return new Expression.Literal(name, enumeration);
    }

    /** Returns the number with its own type if it is not exactly one of the expected type and need not be. */
    Expression.Literal number(Term.Numeral term, boolean negative, @Nullable ValueType expected, boolean calculated) {
        String digits = (negative ? "-" : "") + term.digits();
        if (expected != null && numeric(expected)) {
            Object value = exact(digits, term, expected);
            if (value != null) {
                return literal(value, expected instanceof ValueType.Decimal ? ValueType.DECIMAL : expected, term);
            }
            if (!calculated) {
                throw source.error(term.at(), "the number '" + digits + "' is no " + expected.describe(), "");
            }
        }
        ValueType own = term.whole() ? ValueType.INT64 : ValueType.FLOAT64;
        Object value = exact(digits, term, own);
        if (value == null) {
            throw source.error(term.at(), "the number '" + digits + "' is too large for " + own.describe(), "");
        }
        return literal(value, own, term);
    }

    private static @Nullable Object exact(String digits, Term.Numeral term, @Nullable ValueType type) {
        if (type instanceof ValueType.Decimal) {
            return new BigDecimal(digits);
        }
        if (ValueType.INT64.equals(type)) {
            try {
                return new BigDecimal(digits).longValueExact();
            } catch (ArithmeticException failure) {
                return null;
            }
        }
        double value = Double.parseDouble(digits);
        boolean kept = Double.isFinite(value)
                && (!term.whole() || new BigDecimal(value).compareTo(new BigDecimal(digits)) == 0);
        return kept ? value : null;
    }

    private Expression.Literal literal(Object value, ValueType type, Term.Numeral term) throws JdqlException {
        try {
            return new Expression.Literal(type.check(value), type);
        } catch (StoreException failure) {
            throw source.error(
                    term.at(),
                    "the number '" + term.digits() + "' cannot be used",
                    String.valueOf(failure.getMessage()),
                    failure);
        }
    }

    static boolean numeric(ValueType type) {
        return type.equals(ValueType.INT64) || type.equals(ValueType.FLOAT64) || type instanceof ValueType.Decimal;
    }
}
