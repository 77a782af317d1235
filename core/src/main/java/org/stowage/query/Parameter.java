package org.stowage.query;

import org.stowage.spi.value.ValueType;

/**
 * A parameter of a statement.
 *
 * @param name its name or, for {@code ?1}, its digits
 * @param type what its argument must be, if it is not null; a list type if it stands for all values of an {@code in}
 */
public record Parameter(String name, ValueType type) {

    /** Returns it as it is written, {@code :name} or {@code ?1}. */
    @Override
    public String toString() {
        return (Character.isDigit(name.charAt(0)) ? "?" : ":") + name;
    }
}
