package org.stowage.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/** An answer that claims to be complete, and is wrong in one way: as a result that changes while it is read, for instance. */
final class BrokenScan implements Scan {

    private final Supplier<List<Row>> rows;
    private int next;

    private BrokenScan(Supplier<List<Row>> rows) {
        this.rows = rows;
    }

    static Scan of(
            Fault fault,
            boolean changes,
            ScanRequest request,
            EntitySchema schema,
            Function<ScanRequest, Scan> source) {
        Supplier<List<Row>> answer = () -> answer(fault, request, schema, source);
        if (changes) {
            return new BrokenScan(answer);
        }
        List<Row> once = answer.get();
        return new BrokenScan(() -> once);
    }

    private static List<Row> answer(
            Fault fault, ScanRequest request, EntitySchema schema, Function<ScanRequest, Scan> source) {
        Query query = request.query();
        List<Row> all = drain(source.apply(ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of()))));
        if (fault == Fault.UNSTABLE_TIES) {
            Collections.reverse(all);
        }
        if (fault == Fault.LIMIT_BEFORE_FILTER) {
            all = part(all, request);
        }
        all = new BrokenCondition(fault, schema, request.arguments()).matching(query.condition(), all);
        if (fault == Fault.LIMIT_BEFORE_ORDER) {
            all = part(all, request);
        }
        all.sort(order(fault, schema, query));
        boolean limited = fault == Fault.LIMIT_BEFORE_FILTER || fault == Fault.LIMIT_BEFORE_ORDER;
        return limited ? all : part(all, request);
    }

    private static List<Row> part(List<Row> rows, ScanRequest request) {
        return new ArrayList<>(
                rows.stream().skip(request.offset()).limit(request.limit()).toList());
    }

    private static Comparator<Row> order(Fault fault, EntitySchema schema, Query query) {
        List<Sort> sorts = query.sorts();
        return switch (fault) {
            case NULLS_LAST ->
                Evaluator.order(
                        schema,
                        sorts.stream()
                                .map(sort -> new Sort(sort.path(), sort.descending(), false, sort.ignoreCase()))
                                .toList());
            case UNSTABLE_TIES -> Evaluator.order(schema, sorts.subList(0, 1));
            case UTF16_ORDER -> (left, right) -> natural(String.class, schema, sorts, left, right);
            case SIGNED_UUID -> (left, right) -> natural(UUID.class, schema, sorts, left, right);
            default -> Evaluator.order(schema, sorts);
        };
    }

    /** Compares the values of the first sort as Java does, if they are of a type. */
    private static <T extends Comparable<T>> int natural(
            Class<T> type, EntitySchema schema, List<Sort> sorts, Row left, Row right) {
        Sort first = sorts.get(0);
        int position = schema.position(first.path().field());
        if (!type.isInstance(left.get(position)) || !type.isInstance(right.get(position))) {
            return Evaluator.order(schema, sorts).compare(left, right);
        }
        int order = type.cast(left.get(position)).compareTo(type.cast(right.get(position)));
        if (order == 0) {
            return Evaluator.order(schema, sorts).compare(left, right);
        }
        return first.descending() ? -order : order;
    }

    private static List<Row> drain(Scan scan) {
        try (scan) {
            List<Row> rows = new ArrayList<>();
            for (Row row = scan.next(); row != null; row = scan.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    @Override
    public @Nullable Row next() {
        List<Row> all = rows.get();
        return next < all.size() ? all.get(next++) : null;
    }

    @Override
    public Condition residual() {
        return Condition.ALWAYS;
    }

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public boolean limited() {
        return true;
    }

    @Override
    public long rowsRead() {
        return next;
    }

    @Override
    public void close() {}
}
