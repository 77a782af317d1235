package org.stowage.store;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.value.Row;

/**
 * All rows of an entity, of which everything is still to be done that was asked for.
 *
 * @param everything a scan for all rows
 * @param residual the condition that was asked for
 */
record UnaidedScan(Scan everything, Condition residual) implements Scan {

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
