package org.stowage.spi.value;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of a neutral value: which Java class carries it, what is allowed, and the one order in which values stand on every
 * provider (section 1 of the semantic contract).
 *
 * <p>Neutral values are immutable and their {@code equals} agrees with {@link #order()}, so they may be keys of hash tables.
 * Null is no value of any type; whether a field may be null is said by {@link Field#nullable()}.
 */
public sealed interface ValueType extends ValueTypeConstants {

    /** The types that need no further description. */
    enum Basic implements ValueType {
        /** {@link Boolean}; false before true. */
        BOOLEAN,
        /** {@link Long}; signed. */
        INT64,
        /** {@link Double}, finite, never −0.0; numeric order. */
        FLOAT64,
        /**
         * {@link String} of Unicode scalar values without U+0000, at most 16 MiB of UTF-8; code point order, which is
         * <em>not</em> that of {@link String#compareTo}.
         */
        TEXT,
        /** {@link Bytes}, at most 16 MiB; unsigned lexicographic order. */
        BYTES,
        /** {@link java.util.UUID}; unsigned order, which is <em>not</em> that of {@link java.util.UUID#compareTo}. */
        UUID,
        /** {@link java.time.Instant} of the years 0001 to 9999. */
        INSTANT,
        /** {@link java.time.LocalDate} of the years 0001 to 9999. */
        DATE,
        /** {@link java.time.LocalTime}. */
        TIME,
        /** {@link java.time.LocalDateTime} of the years 0001 to 9999. */
        DATETIME
    }

    /**
     * {@link java.math.BigDecimal} as a mathematical value: at most 100 digits, and if it is not zero, an
     * exponent of −499 to 500 when it is written 0.digits × 10^exponent: from 1E-500 to below 1E+500. The neutral
     * form has no trailing zeros, so that 1.0 and 1.00 are equal and one unique key.
     *
     * @param scale the declared number of digits after the point, 0 to 100, or {@link #ANY_SCALE}. A declared scale is
     *     restored when a row is handed to the application; a value that would need rounding is refused.
     */
    record Decimal(int scale) implements ValueType {
        /** The scale of a decimal for which none is declared. */
        public static final int ANY_SCALE = -1;

        /** The largest scale that can be declared. */
        public static final int MOST_SCALE = 100;

        /** The decimal type without a declared scale. */
        public static final Decimal ANY = new Decimal(ANY_SCALE);

        /** Creates the type; the scale must be −1 (any) to 100. */
        public Decimal {
            if (scale < ANY_SCALE || scale > MOST_SCALE) {
                throw new IllegalArgumentException("scale '" + scale + "' is not between 0 and 100, or -1 for any");
            }
        }
    }

    /**
     * {@link String}: one of the declared names; in the order of the declaration.
     *
     * @param names the allowed names, distinct and in order; at least one
     */
    record Enumeration(List<String> names) implements ValueType {
        /** Creates the type; the names must be distinct and at least one. */
        public Enumeration {
            names = List.copyOf(names);
            if (names.isEmpty() || names.stream().distinct().count() != names.size()) {
                throw new IllegalArgumentException(
                        "an enumeration needs at least one name and no name twice: " + names);
            }
        }
    }

    /**
     * {@link List} of values of one type, unmodifiable, nulls not allowed; neither ordered nor filtered.
     *
     * @param element the type of the elements
     */
    record ListOf(ValueType element) implements ValueType {}

    /**
     * {@link Row}: values by name; not ordered, filtered by a path into it.
     *
     * @param fields what it holds, in the order of the row's values; names distinct
     */
    record Struct(List<Field> fields) implements ValueType {
        /** Creates the type; the names of the fields must be distinct. */
        public Struct {
            fields = List.copyOf(fields);
            if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
                throw new IllegalArgumentException("a field is named twice in " + fields);
            }
        }
    }

    /**
     * Returns the neutral form of a value: −0.0 as 0.0, a decimal without trailing zeros, a list or row as a deep, unmodifiable copy.
     *
     * @param value of the Java class that carries this type; never null
     * @throws org.stowage.spi.error.TypeMismatchException if the value is of another class
     * @throws org.stowage.spi.error.InvalidValueException if the value is outside of what the type allows
     * @throws org.stowage.spi.error.LimitExceededException if the value is too large
     */
    default Object check(Object value) {
        return ValueCheck.check(this, value);
    }

    /**
     * Returns the one order of this type's values, nulls excluded.
     *
     * @throws org.stowage.spi.error.TypeMismatchException if this type has no order (lists and structures)
     */
    default Comparator<Object> order() {
        return ValueOrder.of(this);
    }

    /** Returns whether values of this type are ordered, and so may be compared, sorted, indexed and used as keys. */
    default boolean ordered() {
        return !(this instanceof ListOf) && !(this instanceof Struct);
    }

    /**
     * Returns whether values of this type and the other compare: the same type, or decimals of whatever scale.
     *
     * @param other the other type; null is never comparable
     */
    default boolean comparableWith(@Nullable ValueType other) {
        return ordered() && (equals(other) || (this instanceof Decimal && other instanceof Decimal));
    }

    /**
     * Returns how much a value counts against the limits on keys, index entries and records (section 7 of the semantic contract):
     * texts as UTF-8, bytes as they are, other values as much as their stored text, a number or boolean 8, and lists and
     * structures all that they hold.
     *
     * @param value a neutral value of this type
     */
    default long sizeBytes(Object value) {
        return ValueSize.of(value);
    }

    /** Returns the type as it is written for people: {@code int64}, {@code decimal(2)}, {@code enum(A,B)}, {@code list(text)}. */
    default String describe() {
        return ValueTypeText.describe(this);
    }

    /**
     * Returns the type that a text in the notation of {@link #describe()} means. White space may stand between its parts; a
     * {@code ?} after the name of a field of a structure allows null: {@code struct(street text, floor? int64)}.
     *
     * @throws org.stowage.spi.error.InvalidValueException if it means none; names the column and the nearest type
     */
    static ValueType parse(String text) {
        return ValueTypeParser.parse(text);
    }
}
