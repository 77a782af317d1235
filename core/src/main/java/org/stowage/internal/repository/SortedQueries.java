package org.stowage.internal.repository;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stowage.spi.query.Query;

/** The queries of a method, one for each order that calls have asked for; the first ones are kept. For many threads. */
final class SortedQueries {

    // Orders come from a user's clicks on column heads: few, but nobody promises it.
    private static final int KEPT = 64;

    private final Selection selection;
    private final Set<String> fields;
    private final SortedQuery unsorted;
    private final Map<List<jakarta.data.Sort<?>>, SortedQuery> sorted = new ConcurrentHashMap<>();

    /**
     * Creates the queries.
     *
     * @param fields the fields that are wanted; empty for all
     */
    SortedQueries(Selection selection, Set<String> fields) {
        this.selection = selection;
        this.fields = fields;
        this.unsorted = prepare(List.of());
    }

    SortedQuery get(List<jakarta.data.Sort<?>> asked) {
        if (asked.isEmpty()) {
            return unsorted;
        }
        SortedQuery known = sorted.get(asked);
        if (known != null) {
            return known;
        }
        SortedQuery prepared = prepare(asked);
        if (sorted.size() < KEPT) {
            sorted.put(List.copyOf(asked), prepared);
        }
        return prepared;
    }

    private SortedQuery prepare(List<jakarta.data.Sort<?>> asked) {
        var mapping = selection.access().mapping();
        var sorts = Ordering.combined(mapping, selection.sorts(), asked);
        return new SortedQuery(
                selection, sorts.size(), Query.of(mapping.schema(), selection.condition(), sorts, fields));
    }
}
