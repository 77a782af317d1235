package org.stowage.spi.value;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An immutable tuple of neutral values, in the order of the fields of an entity or a structure. It knows no names: those are
 * the schema's.
 */
public final class Row {

    private final @Nullable Object[] values;

    // Null, then the owner of what was derived once, then a Derived: written and read by several threads without a
    // lock, of which
    // the worst is that something is derived once more.
    private @Nullable Object derived;

    private record Derived(Object owner, Object value) {}

    private Row(@Nullable Object[] values) {
        this.values = values;
    }

    /** Returns a row of the values, which must be neutral. */
    public static Row of(@Nullable Object... values) {
        return new Row(values.clone());
    }

    /**
     * Returns a row that takes over the array without a copy. The caller must not touch the array again; this is for code that
     * makes rows by the million.
     */
    public static Row adopt(@Nullable Object[] values) {
        return new Row(values);
    }

    /** Returns the number of values. */
    public int size() {
        return values.length;
    }

    /** Returns the value at a position from 0, or null. */
    public @Nullable Object get(int position) {
        return values[position];
    }

    /** Returns a row with another value at a position. */
    public Row with(int position, @Nullable Object value) {
        @Nullable Object[] copy = values.clone();
        copy[position] = value;
        return new Row(copy);
    }

    /**
     * Returns what somebody makes of this row. From the second time on it is kept with the row, so that a row that stays in memory is
     * not made an object again with each read; one that is read once costs nothing.
     *
     * @param owner who makes it, compared by identity; what another owner made before is forgotten
     * @param derivation makes it of this row alone: immutable, and always the same
     */
    @SuppressWarnings({"ReferenceEquality", "unchecked"}) // Who owns it knows its type.
    public <T> T derived(Object owner, Function<? super Row, ? extends T> derivation) {
        Object known = derived;
        if (known instanceof Derived kept && kept.owner == owner) {
            return (T) kept.value;
        }
        T value = derivation.apply(this);
        derived = known == owner ? new Derived(owner, value) : owner;
        return value;
    }

    /** Returns the values in an array that belongs to the caller. */
    public @Nullable Object[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
