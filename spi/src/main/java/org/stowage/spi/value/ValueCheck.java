package org.stowage.spi.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.error.TypeMismatchException;

/** Validates values and gives them their one form. A value that has it already is returned as it is, without allocation. */
final class ValueCheck {

    /** The deepest nesting of lists and structures. */
    static final int DEPTH = 64;

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private ValueCheck() {}

    static Object check(ValueType type, Object value) {
        return check(type, value, 0);
    }

    private static Object check(ValueType type, Object value, int depth) {
        if (!carrier(type).isInstance(value)) {
            throw new TypeMismatchException(
                    ErrorContext.none(),
                    ShownValue.of(value) + " of " + value.getClass().getName() + " is no " + type.describe()
                            + ": expected " + carrier(type).getName());
        }
        return switch (type) {
            case ValueType.Basic basic -> basic(basic, value);
            case ValueType.Decimal decimal -> DecimalCheck.check(decimal, (BigDecimal) value);
            case ValueType.Enumeration enumeration -> name(enumeration, (String) value);
            case ValueType.ListOf list -> list(list, (List<?>) value, depth + 1);
            case ValueType.Struct struct -> struct(struct, (Row) value, depth + 1);
        };
    }

    private static Object basic(ValueType.Basic type, Object value) {
        return switch (type) {
            case BOOLEAN, INT64, UUID, TIME -> value;
            case FLOAT64 -> float64((Double) value);
            case TEXT -> TextCheck.check((String) value);
            case BYTES -> bytes((Bytes) value);
            case INSTANT -> instant((Instant) value);
            case DATE -> year(type, value, ((LocalDate) value).getYear());
            case DATETIME -> year(type, value, ((LocalDateTime) value).getYear());
        };
    }

    private static Object float64(Double value) {
        double number = value;
        if (!Double.isFinite(number)) {
            throw invalid("'" + number + "' is no float64: expected a finite number");
        }
        return number == 0.0 && Double.doubleToRawLongBits(number) != 0 ? (Object) 0.0 : value;
    }

    private static Object bytes(Bytes value) {
        if (value.size() > TextCheck.LONGEST) {
            throw new LimitExceededException(
                    ErrorContext.none(),
                    "'" + value + "' is too long: expected at most " + TextCheck.LONGEST + " bytes (16 MiB)");
        }
        return value;
    }

    private static Object instant(Instant value) {
        if (value.isBefore(FIRST_INSTANT) || value.isAfter(LAST_INSTANT)) {
            throw outOfYears(ValueType.Basic.INSTANT, value);
        }
        return value;
    }

    private static Object year(ValueType.Basic type, Object value, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw outOfYears(type, value);
        }
        return value;
    }

    private static Object name(ValueType.Enumeration type, String name) {
        if (!type.names().contains(name)) {
            throw invalid(ShownValue.of(name) + " is none of the names of " + type.describe()
                    + NearestName.hint(name, type.names()));
        }
        return name;
    }

    @SuppressWarnings("ReferenceEquality") // Equal is not enough: what could change must be copied, at every depth.
    private static Object list(ValueType.ListOf type, List<?> list, int depth) {
        checkDepth(depth);
        @Nullable Object[] elements = list.toArray(new Object[0]);
        boolean changed = false;
        for (int i = 0; i < elements.length; i++) {
            Object element = elements[i];
            if (element == null) {
                throw invalid("element " + i + " is null: a list holds no nulls; expected " + type.describe());
            }
            elements[i] = check(type.element(), element, depth);
            changed |= elements[i] != element;
        }
        // A list that cannot change is its own copy.
        return !changed && List.copyOf(list) == list ? list : List.of(elements);
    }

    @SuppressWarnings("ReferenceEquality") // As in lists.
    private static Object struct(ValueType.Struct type, Row row, int depth) {
        checkDepth(depth);
        List<Field> fields = type.fields();
        if (row.size() != fields.size()) {
            throw invalid(
                    "a row of '" + row.size() + "' values is no " + type.describe() + ": expected " + fields.size());
        }
        Row result = row;
        for (int i = 0; i < row.size(); i++) {
            Object part = row.get(i);
            Field field = fields.get(i);
            if (part != null) {
                Object checked = check(field.type(), part, depth);
                result = checked == part ? result : result.with(i, checked);
            } else if (!field.nullable()) {
                throw invalid("'" + field.name() + "' is null: expected "
                        + field.type().describe());
            }
        }
        return result;
    }

    private static void checkDepth(int depth) {
        if (depth > DEPTH) {
            throw new LimitExceededException(
                    ErrorContext.none(), "the value is nested deeper than '" + DEPTH + "' lists and structures");
        }
    }

    private static Class<?> carrier(ValueType type) {
        return switch (type) {
            case ValueType.Basic basic ->
                switch (basic) {
                    case BOOLEAN -> Boolean.class;
                    case INT64 -> Long.class;
                    case FLOAT64 -> Double.class;
                    case TEXT -> String.class;
                    case BYTES -> Bytes.class;
                    case UUID -> java.util.UUID.class;
                    case INSTANT -> Instant.class;
                    case DATE -> LocalDate.class;
                    case TIME -> LocalTime.class;
                    case DATETIME -> LocalDateTime.class;
                };
            case ValueType.Decimal decimal -> BigDecimal.class;
            case ValueType.Enumeration enumeration -> String.class;
            case ValueType.ListOf list -> List.class;
            case ValueType.Struct struct -> Row.class;
        };
    }

    private static InvalidValueException outOfYears(ValueType.Basic type, Object value) {
        return invalid("'" + value + "' is no " + type.describe() + ": expected a year from 0001 to 9999");
    }

    private static InvalidValueException invalid(String message) {
        return new InvalidValueException(ErrorContext.none(), message);
    }
}
