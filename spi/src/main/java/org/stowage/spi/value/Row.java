package org.stowage.spi.value;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An immutable tuple of neutral values, in the order of the fields of an entity or a structure. It knows no names: those are
 * the schema's.
 */
public final class Row {

    private static final AtomicReferenceFieldUpdater<Row, @Nullable Object> OWNER =
            AtomicReferenceFieldUpdater.newUpdater(Row.class, Object.class, "owner");

    private final @Nullable Object[] values;
    private final long leading;

    // Who first had something derived, and from the second time on what that was. There is never another owner, so that
    // it takes no lock to know whose the value is; and no object of both, which would be one more to fetch from memory.
    private volatile @Nullable Object owner;
    private volatile @Nullable Object derived;

    private Row(@Nullable Object[] values) {
        this.values = values;
        this.leading = values.length > 0 && values[0] instanceof Long whole ? whole : 0;
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

    /**
     * Returns the first value of a row that begins with a whole number; 0 of others. Most rows begin with their key, and so one that is
     * searched by it is recognised without a look at other objects, each of which may be far away in memory.
     */
    public long leading() {
        return leading;
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
     * @param asking who makes it, compared by identity; the first one's is kept, the others make theirs each time
     * @param derivation makes it of this row alone: immutable, and always the same
     */
    @SuppressWarnings({"ReferenceEquality", "unchecked"}) // Who owns it knows its type.
    public <T> T derived(Object asking, Function<? super Row, ? extends T> derivation) {
        Object first = owner;
        if (first != asking) {
            if (first == null) {
                OWNER.compareAndSet(this, null, asking);
            }
            return derivation.apply(this);
        }
        Object known = derived;
        if (known == null) {
            known = derivation.apply(this);
            derived = known;
        }
        return (T) known;
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
