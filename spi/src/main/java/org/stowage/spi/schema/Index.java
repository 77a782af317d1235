package org.stowage.spi.schema;

import java.util.List;

/**
 * An order that a store keeps beside the key's. Two indexes of an entity are the same if they have the same fields.
 *
 * @param fields the indexed fields, most significant first; at least one, none twice, all of ordered types
 * @param unique whether two rows may not have the same values in all of them; a tuple that holds a null never clashes
 */
public record Index(List<String> fields, boolean unique) {

    /** Creates the index; it needs at least one field and none twice. */
    public Index {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.stream().distinct().count() != fields.size()) {
            throw new IllegalArgumentException("an index needs at least one field and none twice: " + fields);
        }
    }

    /** Returns an index that allows equal rows. */
    public static Index on(String... fields) {
        return new Index(List.of(fields), false);
    }

    /** Returns an index that keeps rows from being equal. */
    public static Index unique(String... fields) {
        return new Index(List.of(fields), true);
    }
}
