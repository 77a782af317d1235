package org.stowage.layers.overlay;

import java.util.HashSet;
import java.util.Set;
import org.stowage.spi.Transaction;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * Which rows beneath did not count when a scan began. What is hidden is only ever more, so it is enough to know what was hidden since then
 * by the same transaction.
 */
final class HiddenRows {

    private final Transaction delta;
    private final BaseEntity entity;
    private final Set<Key> later = new HashSet<>();

    HiddenRows(Transaction delta, BaseEntity entity) {
        this.delta = delta;
        this.entity = entity;
    }

    BaseEntity entity() {
        return entity;
    }

    /** Takes down keys that were hidden after the scan began. */
    void hiddenLater(Set<Key> keys) {
        later.addAll(keys);
    }

    boolean hides(Row row) {
        Key key = entity.schema().keyOf(row);
        return !later.contains(key)
                && delta.get(entity.hiddenKeys().name(), key).isPresent();
    }
}
