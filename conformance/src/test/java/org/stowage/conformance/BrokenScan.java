package org.stowage.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** An answer that claims to be complete, and is wrong in one way: as a result that changes while it is read, for instance. */
final class BrokenScan implements Scan {

    private final Supplier<List<Row>> rows;
    private int next;

    private BrokenScan(Supplier<List<Row>> rows) {
        this.rows = rows;
    }

    static Scan of(
            Defect defect,
            boolean changes,
            ScanRequest request,
            EntitySchema schema,
            Function<ScanRequest, Scan> source) {
        Supplier<List<Row>> answer = () -> answer(defect, request, schema, source);
        if (changes) {
            return new BrokenScan(answer);
        }
        List<Row> once = answer.get();
        return new BrokenScan(() -> once);
    }

    private static List<Row> answer(
            Defect defect, ScanRequest request, EntitySchema schema, Function<ScanRequest, Scan> source) {
        Query query = request.query();
        List<Row> all = drain(source.apply(ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of()))));
        Evaluator.Filter filter = Evaluator.filter(schema, broken(defect, query.condition()));
        if (defect == Defect.UNSTABLE_TIES) {
            Collections.reverse(all);
        }
        if (defect == Defect.LIMIT_BEFORE_FILTER) {
            all = part(all, request);
        }
        all.removeIf(row -> !filter.matches(row, request.arguments()));
        if (defect == Defect.LIMIT_BEFORE_ORDER) {
            all = part(all, request);
        }
        all.sort(order(defect, schema, query));
        boolean limited = defect == Defect.LIMIT_BEFORE_FILTER || defect == Defect.LIMIT_BEFORE_ORDER;
        return limited ? all : part(all, request);
    }

    private static List<Row> part(List<Row> rows, ScanRequest request) {
        return new ArrayList<>(
                rows.stream().skip(request.offset()).limit(request.limit()).toList());
    }

    private static Comparator<Row> order(Defect defect, EntitySchema schema, Query query) {
        List<Sort> sorts = query.sorts();
        return switch (defect) {
            case NULLS_LAST ->
                Evaluator.order(
                        schema,
                        sorts.stream()
                                .map(sort -> new Sort(sort.path(), sort.descending(), false, sort.ignoreCase()))
                                .toList());
            case UNSTABLE_TIES -> Evaluator.order(schema, sorts.subList(0, 1));
            case UTF16_ORDER -> (left, right) -> utf16(schema, sorts, left, right);
            default -> Evaluator.order(schema, sorts);
        };
    }

    private static int utf16(EntitySchema schema, List<Sort> sorts, Row left, Row right) {
        Sort first = sorts.get(0);
        int position = schema.position(first.path().field());
        return left.get(position) instanceof String a && right.get(position) instanceof String b && !a.equals(b)
                ? (first.descending() ? b.compareTo(a) : a.compareTo(b))
                : Evaluator.order(schema, sorts).compare(left, right);
    }

    private static Condition broken(Defect defect, Condition condition) {
        return switch (condition) {
            case Condition.And and ->
                new Condition.And(
                        and.parts().stream().map(part -> broken(defect, part)).toList());
            case Condition.Or or ->
                new Condition.Or(
                        or.parts().stream().map(part -> broken(defect, part)).toList());
            case Condition.Not not -> not(defect, broken(defect, not.part()));
            case Condition.Between between ->
                defect == Defect.BETWEEN_WITHOUT_ITS_ENDS
                        ? new Condition.And(List.of(
                                new Condition.Comparison(Condition.Relation.GREATER, between.value(), between.low()),
                                new Condition.Comparison(Condition.Relation.LESS, between.value(), between.high())))
                        : between;
            case Condition.Like like ->
                defect == Defect.LIKE_IGNORES_CASE && like.pattern() instanceof Expression.Literal pattern
                        ? new Condition.Like(
                                Expression.Function.of(Expression.Name.LOWER, like.value()),
                                new Expression.Literal(
                                        pattern.value().toString().toLowerCase(Locale.ROOT), ValueType.TEXT),
                                like.escape())
                        : like;
            case Condition.Constant constant -> constant;
            case Condition.Comparison comparison -> comparison;
            case Condition.In in -> in;
            case Condition.Contains contains -> contains;
            case Condition.IsNull isNull -> isNull;
        };
    }

    /** Takes unknown for false, and its negation for true, as two-valued logic does. */
    private static Condition not(Defect defect, Condition part) {
        if (defect != Defect.NOT_UNKNOWN_IS_TRUE || !(part instanceof Condition.And and)) {
            return new Condition.Not(part);
        }
        List<Condition> any = new ArrayList<>();
        for (Condition inner : and.parts()) {
            any.add(new Condition.Not(inner));
            if (inner instanceof Condition.Comparison comparison) {
                any.add(new Condition.IsNull(comparison.left()));
            }
        }
        return new Condition.Or(any);
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
