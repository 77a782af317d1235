package org.stowage.conformance.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.stowage.spi.CompletedScan;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/** How a transaction answers. */
public final class Answers {

    private Answers() {}

    /** Returns the rows that a transaction gives, after the engine has done what the provider left. */
    public static List<Row> of(Transaction transaction, EntitySchema schema, Question question) {
        ScanRequest request = question.request(schema);
        Scan raw = transaction.scan(request);
        assertThat(raw.limited() && !(raw.ordered() && raw.residual().equals(Condition.ALWAYS)))
                .as("a scan that is limited before it is filtered and ordered, for %s", question)
                .isFalse();
        try (Scan scan = CompletedScan.of(raw, request, schema)) {
            List<Row> rows = drain(scan);
            assertThat(scan.next()).as("a row after the last, for %s", question).isNull();
            return rows;
        }
    }

    /** Returns all rows of an entity, when the provider is asked for all that it has and nothing else. */
    public static List<Row> everything(Transaction transaction, EntitySchema schema) {
        try (Scan scan = transaction.scan(ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of())))) {
            return drain(scan);
        }
    }

    /** Returns the rows that answer a request, when the engine does all of it and the provider nothing. */
    public static List<Row> finished(List<Row> everything, EntitySchema schema, ScanRequest request) {
        Evaluator.Filter filter = Evaluator.filter(schema, request.query());
        return everything.stream()
                .filter(row -> filter.matches(row, request.arguments()))
                .sorted(Evaluator.order(schema, request.query()))
                .skip(request.offset())
                .limit(request.limit())
                .toList();
    }

    /** Returns the provider's own count, if it has one. */
    public static OptionalLong count(Transaction transaction, EntitySchema schema, Question question) {
        return transaction instanceof RowCounter counter
                ? counter.count(question.request(schema))
                : OptionalLong.empty();
    }

    /** Returns the rows with null in what was not asked for and may be anything. */
    public static List<Row> wanted(List<Row> rows, EntitySchema schema, Question question) {
        Query query = question.request(schema).query();
        if (query.fields().isEmpty()) {
            return rows;
        }
        return rows.stream()
                .map(row -> {
                    Row masked = row;
                    for (int i = 0; i < row.size(); i++) {
                        boolean asked =
                                query.fields().contains(schema.fields().get(i).name());
                        masked = asked ? masked : masked.with(i, null);
                    }
                    return masked;
                })
                .toList();
    }

    private static List<Row> drain(Scan scan) {
        List<Row> rows = new ArrayList<>();
        for (Row row = scan.next(); row != null; row = scan.next()) {
            rows.add(row);
        }
        return rows;
    }
}
