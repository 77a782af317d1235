package org.stowage.internal.jdql;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.NearestName;
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

    private final SourceText source;

    Literals(SourceText source) {
        this.source = source;
    }

    Expression.Literal text(Term.Text term, @Nullable ValueType expected) {
        ValueType type =
                expected instanceof ValueType.Enumeration || temporalOrUuid(expected) ? expected : ValueType.TEXT;
        if (type instanceof ValueType.Enumeration enumeration) {
            return constant(term.value(), enumeration, term.at());
        }
        try {
            return new Expression.Literal(ValueText.parse(type, term.value()), type);
        } catch (StoreException failure) {
            throw source.error(
                    term.at(), "'" + term.value() + "' is no " + type.describe(), failure.getMessage(), failure);
        }
    }

    Expression.Literal constant(String name, ValueType.Enumeration enumeration, int at) {
        if (!enumeration.names().contains(name)) {
            throw source.error(at, "unknown constant '" + name + "'", NearestName.remedy(name, enumeration.names()));
        }
        return new Expression.Literal(name, enumeration);
    }

    /** Returns the number with its own type if it is not exactly one of the expected type and need not be. */
    Expression.Literal number(Term.Numeral term, boolean negative, @Nullable ValueType expected, boolean calculated) {
        String digits = (negative ? "-" : "") + term.digits();
        ValueType own = term.whole() ? ValueType.INT64 : ValueType.FLOAT64;
        boolean numeric = expected != null && numeric(expected);
        Object value = numeric ? exact(digits, term, expected) : null;
        if (value != null) {
            return literal(value, expected instanceof ValueType.Decimal ? ValueType.DECIMAL : expected, term);
        }
        if (numeric && !calculated) {
            throw source.error(term.at(), "the number '" + digits + "' is no " + expected.describe(), "");
        }
        value = exact(digits, term, own);
        if (value == null) {
            throw source.error(term.at(), "the number '" + digits + "' is too large for " + own.describe(), "");
        }
        return literal(value, own, term);
    }

    private static @Nullable Object exact(String digits, Term.Numeral term, @Nullable ValueType type) {
        if (type instanceof ValueType.Decimal) {
            return new BigDecimal(digits);
        }
        if (type == ValueType.INT64) {
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

    private Expression.Literal literal(Object value, @Nullable ValueType type, Term.Numeral term) throws JdqlException {
        ValueType known = type == null ? ValueType.INT64 : type;
        try {
            return new Expression.Literal(known.check(value), known);
        } catch (StoreException failure) {
            throw source.error(
                    term.at(), "the number '" + term.digits() + "' cannot be used", failure.getMessage(), failure);
        }
    }

    static boolean numeric(ValueType type) {
        return type == ValueType.INT64 || type == ValueType.FLOAT64 || type instanceof ValueType.Decimal;
    }

    private static boolean temporalOrUuid(@Nullable ValueType type) {
        return type != null
                && List.of(ValueType.UUID, ValueType.INSTANT, ValueType.DATE, ValueType.TIME, ValueType.DATETIME)
                        .contains(type);
    }
}
