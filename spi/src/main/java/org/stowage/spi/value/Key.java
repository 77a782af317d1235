package org.stowage.spi.value;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of an entity's key fields, in the order in which the schema names them; none is null. */
public final class Key {

    private static final Object[] NONE = {};

    // Nearly all keys have one value, and are made for one search.
    private final Object first;
    private final Object[] more;

    private Key(Object first, Object[] more) {
        this.first = first;
        this.more = more;
    }

    /** Returns the key of one neutral value. */
    public static Key of(Object value) {
        return new Key(value, NONE);
    }

    /** Returns the key of neutral values; at least one. */
    public static Key of(Object first, Object... more) {
        return new Key(first, more.clone());
    }

    /** Returns the number of values, at least one. */
    public int size() {
        return 1 + more.length;
    }

    /** Returns the value at a position from 0. */
    public Object get(int position) {
        return position == 0 ? first : more[position - 1];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && first.equals(key.first) && Arrays.equals(more, key.more);
    }

    @Override
    public int hashCode() {
        // A key of one value hashes as the value does, so that it costs nothing more.
        return more.length == 0 ? first.hashCode() : 31 * first.hashCode() + Arrays.hashCode(more);
    }

    /** Returns the value for people; several in parentheses. */
    @Override
    public String toString() {
        return more.length == 0
                ? first.toString()
                : Stream.concat(Stream.of(first), Stream.of(more))
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
