package org.stowage.internal.repository;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Keyset;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;

/** A query in one order, and its continuations behind and before a position. For many threads. */
final class SortedQuery {

    private final Selection selection;
    private final int askedSorts;
    private final Query query;
    private final Map<Continuation, Query> continuations = new ConcurrentHashMap<>();

    private record Continuation(boolean backwards, int sorts, BitSet nulls) {}

    SortedQuery(Selection selection, int askedSorts, Query query) {
        this.selection = selection;
        this.askedSorts = askedSorts;
        this.query = query;
    }

    /** Returns the order, total. */
    List<Sort> sorts() {
        return query.sorts();
    }

    /** Returns how many of the sorts were asked for; the others make the order total. */
    int askedSorts() {
        return askedSorts;
    }

    ScanRequest request(@Nullable Object[] call, long offset, long limit) {
        return new ScanRequest(query, selection.arguments().of(call), offset, limit);
    }

    /**
     * Returns the request for the rows behind a position, or before it in the opposite order.
     *
     * @param position neutral values of the first sorts, of all or of those that were asked for
     */
    ScanRequest continued(@Nullable Object[] call, List<@Nullable Object> position, boolean backwards, long limit) {
        EntitySchema schema = selection.access().mapping().schema();
        Keyset forwards = Keyset.of(schema, query.sorts().subList(0, position.size()));
        Keyset keyset = backwards ? forwards.reversed() : forwards;
        BitSet nulls = Keyset.nullsOf(position);
        Query continued = continuations.computeIfAbsent(new Continuation(backwards, position.size(), nulls), key -> {
            int parameters = query.parameters().size();
            Condition condition = Condition.and(query.condition(), keyset.after(nulls, parameters));
            List<Sort> sorts =
                    backwards ? query.sorts().stream().map(Sort::reversed).toList() : query.sorts();
            return Query.of(schema, condition, sorts);
        });
        List<@Nullable Object> arguments = new ArrayList<>(selection.arguments().of(call));
        arguments.addAll(keyset.arguments(position));
        return new ScanRequest(continued, arguments, 0, limit);
    }
}
