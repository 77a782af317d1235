package org.example.flawed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** An answer that says it is complete. */
final class FlawedScan implements Scan {

    private final Iterator<Row> rows;
    private long read;

    private FlawedScan(Stream<Row> rows) {
        this.rows = rows.iterator();
    }

    /** Returns the answer to another question than was asked, or the right one. */
    static Scan of(Fault fault, EntitySchema schema, ScanRequest request, Transaction transaction) {
        Query query = request.query();
        Condition condition = query.condition();
        List<Sort> sorts = query.sorts();
        return switch (fault) {
            case UNSORTED -> new FlawedScan(part(request, all(request, schema, condition, List.of(), transaction)));
            case NULLS_LAST ->
                new FlawedScan(part(request, all(request, schema, condition, nullsLast(sorts), transaction)));
            case RESIDUAL_DROPPED ->
                new FlawedScan(part(request, all(request, schema, Condition.ALWAYS, sorts, transaction)));
            case LIKE_IGNORES_CASE ->
                new FlawedScan(part(request, all(request, schema, ignoringCase(condition), sorts, transaction)));
            case LIMIT_BEFORE_FILTER -> {
                Evaluator.Filter filter = Evaluator.filter(schema, condition);
                yield new FlawedScan(part(request, all(request, schema, Condition.ALWAYS, sorts, transaction))
                        .filter(row -> filter.matches(row, request.arguments())));
            }
            case LIMIT_BEFORE_ORDER ->
                new FlawedScan(part(request, all(request, schema, condition, List.of(), transaction))
                        .sorted(Evaluator.order(schema, sorts)));
            default -> transaction.scan(request);
        };
    }

    private static Stream<Row> part(ScanRequest request, List<Row> rows) {
        return rows.stream().skip(request.offset()).limit(request.limit());
    }

    /** Returns the rows of another query with the same arguments. */
    private static List<Row> all(
            ScanRequest request,
            EntitySchema schema,
            Condition condition,
            List<Sort> sorts,
            Transaction transaction) {
        // A query takes exactly the arguments that it has parameters for, so the filter is applied here.
        Evaluator.Filter filter = Evaluator.filter(schema, condition);
        List<Row> rows = new ArrayList<>();
        try (Scan scan = transaction.scan(ScanRequest.all(Query.of(schema, Condition.ALWAYS, sorts)))) {
            for (Row row = scan.next(); row != null; row = scan.next()) {
                if (filter.matches(row, request.arguments())) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static List<Sort> nullsLast(List<Sort> sorts) {
        return sorts.stream()
                .map(sort -> new Sort(sort.path(), sort.descending(), false, sort.ignoreCase()))
                .toList();
    }

    private static Condition ignoringCase(Condition condition) {
        return switch (condition) {
            case Condition.And and ->
                new Condition.And(
                        and.parts().stream().map(FlawedScan::ignoringCase).toList());
            case Condition.Or or ->
                new Condition.Or(or.parts().stream().map(FlawedScan::ignoringCase).toList());
            case Condition.Not not -> new Condition.Not(ignoringCase(not.part()));
            case Condition.Like like
            when like.pattern() instanceof Expression.Literal pattern ->
                new Condition.Like(
                        Expression.Function.of(Expression.Name.LOWER, like.value()),
                        new Expression.Literal(pattern.value().toString().toLowerCase(Locale.ROOT), ValueType.TEXT),
                        like.escape());
            default -> condition;
        };
    }

    @Override
    public Row next() {
        if (!rows.hasNext()) {
            return null;
        }
        read++;
        return rows.next();
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
        return read;
    }

    @Override
    public void close() {}
}
