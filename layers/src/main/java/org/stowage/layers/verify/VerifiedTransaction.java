package org.stowage.layers.verify;

import java.util.OptionalLong;
import org.stowage.layers.forwarding.ForwardingTransaction;
import org.stowage.layers.unaided.UnaidedScan;
import org.stowage.spi.CompletedScan;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;

/** A transaction some of whose answers are compared. */
final class VerifiedTransaction extends ForwardingTransaction {

    private final Transaction beneath;
    private final VerifiedStore store;

    VerifiedTransaction(Transaction beneath, VerifiedStore store) {
        super(beneath);
        this.beneath = beneath;
        this.store = store;
    }

    @Override
    public Scan scan(ScanRequest request) {
        if (!store.verification().chooses()) {
            return super.scan(request);
        }
        EntitySchema schema = store.schema(request.query().entity());
        Scan expected = unaided(schema, request);
        try {
            Scan given = CompletedScan.of(super.scan(request), request, schema);
            return new VerifiedScan(given, expected, new Comparison(store, schema, request));
        } catch (RuntimeException | Error failure) {
            expected.close();
            throw failure;
        }
    }

    @Override
    public OptionalLong count(ScanRequest request) {
        OptionalLong given = super.count(request);
        // What a store declines to count is counted by a scan, which may be compared in its turn.
        if (given.isPresent() && store.verification().chooses()) {
            EntitySchema schema = store.schema(request.query().entity());
            new Comparison(store, schema, request).counts(expected(schema, request), given.getAsLong());
        }
        return given;
    }

    private long expected(EntitySchema schema, ScanRequest request) {
        long rows = 0;
        try (Scan scan = unaided(schema, request)) {
            while (scan.next() != null) {
                rows++;
            }
        }
        return rows;
    }

    private Scan unaided(EntitySchema schema, ScanRequest request) {
        return CompletedScan.of(UnaidedScan.of(beneath, schema, request), request, schema);
    }
}
