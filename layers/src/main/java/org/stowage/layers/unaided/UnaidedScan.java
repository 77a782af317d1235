package org.stowage.layers.unaided;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.Transaction;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/**
 * All rows of an entity, of which everything is still to be done that was asked for.
 *
 * @param everything a scan for all rows
 * @param residual the condition that was asked for
 */
public record UnaidedScan(Scan everything, Condition residual) implements Scan {

    /**
     * Opens the scan.
     *
     * @param schema the entity's shape
     * @param request what is asked; all of it is left to be done
     */
    public static Scan of(Transaction transaction, EntitySchema schema, ScanRequest request) {
        return new UnaidedScan(
                transaction.scan(everything(schema)), request.query().condition());
    }

    /** Returns the request for all rows of an entity. */
    public static ScanRequest everything(EntitySchema schema) {
        return ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of()));
    }

    @Override
    public @Nullable Row next() {
        return everything.next();
    }

    @Override
    public boolean ordered() {
        return false;
    }

    @Override
    public boolean limited() {
        return false;
    }

    @Override
    public long rowsRead() {
        return everything.rowsRead();
    }

    @Override
    public void close() {
        everything.close();
    }
}
