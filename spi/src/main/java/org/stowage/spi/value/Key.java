package org.stowage.spi.value;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of an entity's key fields, in the order in which the schema names them; none is null. */
public final class Key {

    private final Object[] values;

    private Key(Object[] values) {
        this.values = values;
    }

    /** Returns the key of one neutral value. */
    public static Key of(Object value) {
        return new Key(new Object[] {value});
    }

    /** Returns the key of neutral values; at least one. */
    public static Key of(Object first, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = first;
        System.arraycopy(more, 0, values, 1, more.length);
        return new Key(values);
    }

    /** Returns the number of values, at least one. */
    public int size() {
        return values.length;
    }

    /** Returns the value at a position from 0. */
    public Object get(int position) {
        return values[position];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
        // A key of one value hashes as the value does, so that it costs nothing more.
        return values.length == 1 ? values[0].hashCode() : Arrays.hashCode(values);
    }

    /** Returns the value for people; several in parentheses. */
    @Override
    public String toString() {
        return values.length == 1
                ? values[0].toString()
                : Stream.of(values).map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
