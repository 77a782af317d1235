package org.example.shelf;

import java.util.Iterator;
import java.util.List;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.value.Row;

/** All rows of an entity, in no order: the filter, the order and the limit are left to the engine. */
final class ShelfScan implements Scan {

    private final Iterator<Row> rows;
    private final Condition condition;
    private long read;

    ShelfScan(List<Row> rows, Condition condition) {
        this.rows = rows.iterator();
        this.condition = condition;
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
        return condition;
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
        return read;
    }

    @Override
    public void close() {}
}
