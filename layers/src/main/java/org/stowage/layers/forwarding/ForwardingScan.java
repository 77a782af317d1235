package org.stowage.layers.forwarding;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.value.Row;

/** A scan that gives what the one beneath gives. */
public abstract class ForwardingScan implements Scan {

    private final Scan beneath;

    protected ForwardingScan(Scan beneath) {
        this.beneath = beneath;
    }

    @Override
    public @Nullable Row next() {
        return beneath.next();
    }

    @Override
    public Condition residual() {
        return beneath.residual();
    }

    @Override
    public boolean ordered() {
        return beneath.ordered();
    }

    @Override
    public boolean limited() {
        return beneath.limited();
    }

    @Override
    public long rowsRead() {
        return beneath.rowsRead();
    }

    @Override
    public void close() {
        beneath.close();
    }
}
