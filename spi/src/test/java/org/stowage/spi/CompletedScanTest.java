package org.stowage.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.query.Places.SCHEMA;
import static org.stowage.spi.query.Places.is;
import static org.stowage.spi.query.Places.path;
import static org.stowage.spi.query.Places.row;
import static org.stowage.spi.query.Places.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Condition.Relation;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Places;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.value.Row;

class CompletedScanTest {

    private static final Condition CROWDED = is(path("people"), Relation.GREATER_OR_EQUAL, whole(2));
    private static final List<Sort> BY_NAME = List.of(Sort.descending(path("name")));
    private static final Query QUERY = Query.of(SCHEMA, CROWDED, BY_NAME);

    @Test
    void answersTheSameHoweverMuchTheStoreHasDone() {
        Random random = Places.seeded(CompletedScanTest.class);
        for (int round = 0; round < 2_000; round++) {
            List<Row> rows = Places.random(random, random.nextInt(30));
            long offset = random.nextBoolean() ? 0 : random.nextInt(12);
            long limit = random.nextInt(3) == 0 ? ScanRequest.UNLIMITED : random.nextInt(12);
            ScanRequest request = new ScanRequest(QUERY, List.of(), offset, limit);
            List<Row> expected = naive(rows, offset, limit);
            assertThat(completed(new StoredRows(rows, QUERY.condition(), false, false), request))
                    .as("nothing done, offset %d, limit %d", offset, limit)
                    .isEqualTo(expected);
            assertThat(completed(new StoredRows(sorted(rows), QUERY.condition(), true, false), request))
                    .as("ordered, offset %d, limit %d", offset, limit)
                    .isEqualTo(expected);
            assertThat(completed(new StoredRows(filtered(rows), Condition.ALWAYS, false, false), request))
                    .as("filtered, offset %d, limit %d", offset, limit)
                    .isEqualTo(expected);
            assertThat(completed(new StoredRows(sorted(filtered(rows)), Condition.ALWAYS, true, false), request))
                    .as("filtered and ordered, offset %d, limit %d", offset, limit)
                    .isEqualTo(expected);
            assertThat(completed(new StoredRows(expected, Condition.ALWAYS, true, true), request))
                    .as("all done, offset %d, limit %d", offset, limit)
                    .isEqualTo(expected);
        }
    }

    @Test
    void limitsAreCountedBeyondWhatALongHolds() {
        List<Row> rows = List.of(row(2, "a", 3L), row(1, "a", 3L));
        ScanRequest request = new ScanRequest(QUERY, List.of(), 1, Long.MAX_VALUE - 1);
        assertThat(completed(new StoredRows(rows, QUERY.condition(), false, false), request))
                .containsExactly(rows.get(0));
    }

    @Test
    void returnsTheRawScanIfNothingIsLeft() {
        StoredRows raw = new StoredRows(List.of(), Condition.ALWAYS, true, false);
        assertThat(CompletedScan.of(raw, ScanRequest.all(QUERY), SCHEMA)).isSameAs(raw);
        StoredRows limited = new StoredRows(List.of(), Condition.ALWAYS, true, true);
        assertThat(CompletedScan.of(limited, new ScanRequest(QUERY, List.of(), 1, 1), SCHEMA))
                .isSameAs(limited);
    }

    @Test
    void readsNoFurtherThanTheLimitWhenRowsComeInOrder() {
        StoredRows raw =
                new StoredRows(List.of(row(1, "b", 2L), row(2, "a", 2L), row(3, "a", 2L)), CROWDED, true, false);
        try (Scan scan = CompletedScan.of(raw, new ScanRequest(QUERY, List.of(), 0, 2), SCHEMA)) {
            assertThat(all(scan)).hasSize(2);
            assertThat(scan.rowsRead()).isEqualTo(2);
            assertThat(scan.residual()).isEqualTo(Condition.ALWAYS);
            assertThat(scan.ordered() && scan.limited()).isTrue();
        }
        assertThat(raw.closed).isTrue();
    }

    @Test
    void readsNothingForALimitOfZero() {
        StoredRows raw = new StoredRows(List.of(row(1, "b", 2L)), CROWDED, false, false);
        try (Scan scan = CompletedScan.of(raw, new ScanRequest(QUERY, List.of(), 0, 0), SCHEMA)) {
            assertThat(scan.next()).isNull();
            assertThat(scan.rowsRead()).isZero();
        }
    }

    @Test
    void refusesAScanThatWasLimitedTooEarly() {
        StoredRows unfiltered = new StoredRows(List.of(), CROWDED, true, true);
        assertThatThrownBy(() -> CompletedScan.of(unfiltered, ScanRequest.all(QUERY), SCHEMA))
                .isInstanceOf(IllegalStateException.class);
        assertThat(unfiltered.closed).isTrue();
        StoredRows unordered = new StoredRows(List.of(), Condition.ALWAYS, false, true);
        assertThatThrownBy(() -> CompletedScan.of(unordered, ScanRequest.all(QUERY), SCHEMA))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesNoRowsOnceClosed() {
        Scan scan = CompletedScan.of(
                new StoredRows(List.of(row(1, "b", 2L), row(2, "b", 2L)), CROWDED, false, false),
                ScanRequest.all(QUERY),
                SCHEMA);
        assertThat(scan.next()).isNotNull();
        scan.close();
        scan.close();
        assertThatThrownBy(scan::next).isInstanceOf(IllegalStateException.class);
    }

    private static List<Row> completed(StoredRows raw, ScanRequest request) {
        try (Scan scan = CompletedScan.of(raw, request, SCHEMA)) {
            return all(scan);
        }
    }

    private static List<Row> all(Scan scan) {
        List<Row> rows = new ArrayList<>();
        for (Row row = scan.next(); row != null; row = scan.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static List<Row> naive(List<Row> rows, long offset, long limit) {
        return sorted(filtered(rows)).stream().skip(offset).limit(limit).toList();
    }

    private static List<Row> filtered(List<Row> rows) {
        int people = SCHEMA.position("people");
        return rows.stream()
                .filter(row -> row.get(people) instanceof Long number && number >= 2)
                .toList();
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream().sorted(Evaluator.order(SCHEMA, QUERY.sorts())).toList();
    }

    /** Rows as a store hands them out, having done as much of a request as it says. */
    private static final class StoredRows implements Scan {

        private final List<Row> rows;
        private final Condition residual;
        private final boolean ordered;
        private final boolean limited;
        private int read;
        private boolean closed;

        StoredRows(List<Row> rows, Condition residual, boolean ordered, boolean limited) {
            this.rows = rows;
            this.residual = residual;
            this.ordered = ordered;
            this.limited = limited;
        }

        @Override
        public @Nullable Row next() {
            return read < rows.size() ? rows.get(read++) : null;
        }

        @Override
        public Condition residual() {
            return residual;
        }

        @Override
        public boolean ordered() {
            return ordered;
        }

        @Override
        public boolean limited() {
            return limited;
        }

        @Override
        public long rowsRead() {
            return read;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
