package org.stowage.internal.jdql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.jdql.Term.Numeral.Precision;
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
    private final EnumClasses enums;

    Literals(SourceText source, EnumClasses enums) {
        this.source = source;
        this.enums = enums;
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

    /** Returns the constant of an enum that a name is, whose qualifier is that of the enum if it has one. */
    Expression.Literal constant(Term.Path path, ValueType.Enumeration enumeration) {
        int last = path.names().size() - 1;
        String qualifier = String.join(".", path.names().subList(0, last));
        List<String> known = enums.of(enumeration).stream()
                .map(type -> type.getName().replace('$', '.'))
                .toList();
        boolean fits = last == 0
                || known.isEmpty()
                || known.stream().anyMatch(name -> name.equals(qualifier) || name.endsWith("." + qualifier));
        if (!fits) {
            throw source.unknown(path.at(), "unknown enum '" + qualifier + "'", qualifier, known);
        }
        return constant(path.names().get(last), enumeration, path.at());
    }

    private Expression.Literal constant(String name, ValueType.Enumeration enumeration, int at) {
        if (!enumeration.names().contains(name)) {
            throw source.unknown(at, "unknown constant '" + name + "'", name, enumeration.names());
        }
        return new Expression.Literal(name, enumeration);
    }

    /** Returns the number with its own type if it is not exactly one of the expected type and need not be. */
    Expression.Literal number(Term.Numeral term, boolean negative, @Nullable ValueType expected, boolean calculated) {
        String digits = (negative ? "-" : "") + term.digits();
        BigDecimal written = written(digits, term);
        if (expected != null && numeric(expected)) {
            Object value = exact(written, digits, term, expected);
            if (value != null) {
                return literal(value, expected instanceof ValueType.Decimal ? ValueType.DECIMAL : expected, term);
            }
            if (!calculated) {
                throw source.error(term.at(), "the number '" + digits + "' is no " + expected.describe(), "");
            }
        }
        ValueType own = term.precision() == Precision.WHOLE ? ValueType.INT64 : ValueType.FLOAT64;
        Object value = exact(written, digits, term, own);
        if (value == null) {
            throw source.error(
                    term.at(), "the number '" + digits + "' is outside of what " + own.describe() + " holds", "");
        }
        return literal(value, own, term);
    }

    private BigDecimal written(String digits, Term.Numeral term) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException exponent) {
            throw source.error(
                    term.at(), "the number '" + digits + "' has an exponent that is too large", "", exponent);
        }
    }

    private static @Nullable Object exact(
            BigDecimal written, String digits, Term.Numeral term, @Nullable ValueType type) {
        if (type instanceof ValueType.Decimal) {
            return written;
        }
        if (ValueType.INT64.equals(type)) {
            try {
                return written.longValueExact();
            } catch (ArithmeticException failure) {
                return null;
            }
        }
        // A float is what Java makes of it, and widened then, as an attribute of type float is when it is stored.
        double value = term.precision() == Precision.SINGLE ? Float.parseFloat(digits) : Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            return null;
        }
        boolean kept = term.precision() == Precision.WHOLE
                ? new BigDecimal(value).compareTo(written) == 0
                : value != 0 || written.signum() == 0;
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
