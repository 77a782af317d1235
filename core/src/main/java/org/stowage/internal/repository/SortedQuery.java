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
    private final Map<Position, Continuation> continuations = new ConcurrentHashMap<>();

    private record Position(boolean backwards, int sorts, BitSet nulls) {}

    private record Continuation(Keyset keyset, Query query) {}

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
        Position pattern = new Position(backwards, position.size(), Keyset.nullsOf(position));
        Continuation continuation = continuations.computeIfAbsent(pattern, this::continuation);
        List<@Nullable Object> arguments = new ArrayList<>(selection.arguments().of(call));
        arguments.addAll(continuation.keyset().arguments(position));
        return new ScanRequest(continuation.query(), arguments, 0, limit);
    }

    private Continuation continuation(Position pattern) {
        EntitySchema schema = selection.access().mapping().schema();
        Keyset forwards = Keyset.of(schema, query.sorts().subList(0, pattern.sorts()));
        Keyset keyset = pattern.backwards() ? forwards.reversed() : forwards;
        Condition behind = keyset.after(pattern.nulls(), query.parameters().size());
        List<Sort> sorts =
                pattern.backwards() ? query.sorts().stream().map(Sort::reversed).toList() : query.sorts();
        return new Continuation(
                keyset, Query.of(schema, Condition.and(query.condition(), behind), sorts, query.fields()));
    }
}
