package org.stowage.layers.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stowage.spi.CompletedScan;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/** All rows of an entity. */
final class AllRows {

    private AllRows() {}

    /** Returns them by key. */
    static List<Row> of(EntitySchema schema, Function<ScanRequest, Scan> scans) {
        ScanRequest all = ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of()));
        List<Row> rows = new ArrayList<>();
        try (Scan scan = CompletedScan.of(scans.apply(all), all, schema)) {
            for (Row row = scan.next(); row != null; row = scan.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
