package org.stowage.spi.query;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The argument of a list parameter: unmodifiable, and quick to search, since it is searched for each row. The table is made by the
 * first search, because a store that answers the query itself never needs it; two threads may both make it, to no harm.
 */
final class ListArgument extends AbstractList<@Nullable Object> implements RandomAccess {

    private static final int SEARCHED_IN_TURN = 8;

    private final List<@Nullable Object> elements;
    private final boolean holdsNull;
    private volatile @Nullable Set<@Nullable Object> table;

    ListArgument(List<? extends @Nullable Object> elements) {
        this.elements = new ArrayList<>(elements);
        this.holdsNull = this.elements.contains(null);
    }

    static ListArgument of(List<? extends @Nullable Object> elements) {
        return elements instanceof ListArgument argument ? argument : new ListArgument(elements);
    }

    boolean holdsNull() {
        return holdsNull;
    }

    @Override
    public boolean contains(@Nullable Object value) {
        if (value == null) {
            return holdsNull;
        }
        if (elements.size() <= SEARCHED_IN_TURN) {
            return elements.contains(value);
        }
        Set<@Nullable Object> found = table;
        if (found == null) {
            found = new HashSet<>(elements);
            table = found;
        }
        return found.contains(value);
    }

    @Override
    public @Nullable Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
