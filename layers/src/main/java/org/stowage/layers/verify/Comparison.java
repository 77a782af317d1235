package org.stowage.layers.verify;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/**
 * One answer that is compared.
 *
 * @param store whose answer it is
 * @param schema the entity's shape
 * @param request what was asked
 */
record Comparison(VerifiedStore store, EntitySchema schema, ScanRequest request) {

    private static final int LONGEST = 300;

    /** Returns whether a row is right in the fields that are wanted. */
    boolean same(@Nullable Row right, @Nullable Row given) {
        if (right == null || given == null) {
            return Objects.equals(right, given);
        }
        if (request.query().fields().isEmpty()) {
            return right.equals(given);
        }
        return request.query().fields().stream()
                .mapToInt(schema::position)
                .allMatch(position -> Objects.equals(right.get(position), given.get(position)));
    }

    /** Reports that rows differ from a place on. */
    void differs(long place, List<Row> right, List<Row> given) {
        report("its rows differ from number " + place + " on", shown(right), shown(given));
    }

    /** Reports that a query has an answer that should fail. What of the rows outside of the wanted part is looked at is open. */
    void failed(StoreException failure, @Nullable Row given) {
        if (!request.bounded()) {
            report(
                    "it should have failed",
                    List.of(String.valueOf(failure.getMessage())),
                    given == null ? List.of() : shown(List.of(given)));
        }
    }

    /** Reports a wrong count, if it is one. */
    void counts(long right, long given) {
        if (right != given) {
            report("it counts wrong", List.of(Long.toString(right)), List.of(Long.toString(given)));
        }
    }

    private void report(String difference, List<String> right, List<String> given) {
        store.verification()
                .report(new WrongAnswer(
                        store.name(),
                        request.query() + part(),
                        shortened(request.arguments().toString()),
                        difference,
                        right,
                        given,
                        JavaText.of(store.name(), request)));
    }

    private String part() {
        return (request.offset() > 0 ? " offset " + request.offset() : "")
                + (request.limit() == ScanRequest.UNLIMITED ? "" : " limit " + request.limit());
    }

    private static List<String> shown(List<Row> rows) {
        return rows.stream().map(row -> shortened(row.toString())).toList();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
