package org.stowage.spi.value;

import java.util.Objects;

/**
 * A named place in a row.
 *
 * @param name the logical name, a Java identifier (see {@link org.stowage.spi.schema.PhysicalName})
 * @param type what it holds
 * @param nullable whether it may be null
 */
public record Field(String name, ValueType type, boolean nullable) {

    /** Creates the field. */
    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /** Returns a field that is never null. */
    public static Field required(String name, ValueType type) {
        return new Field(name, type, false);
    }

    /** Returns a field that may be null. */
    public static Field optional(String name, ValueType type) {
        return new Field(name, type, true);
    }
}
