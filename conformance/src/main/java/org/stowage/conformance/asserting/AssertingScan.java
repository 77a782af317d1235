package org.stowage.conformance.asserting;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Scan;
import org.stowage.spi.query.Condition;
import org.stowage.spi.value.Row;

/** Rows that watch who reads them. */
final class AssertingScan implements Scan {

    private final Scan scan;
    private final AssertingTransaction transaction;
    private final Violations violations;
    private @Nullable Row last;
    private int hashOfLast;
    private boolean closed;

    AssertingScan(Scan scan, AssertingTransaction transaction, Violations violations) {
        this.scan = scan;
        this.transaction = transaction;
        this.violations = violations;
    }

    @Override
    public @Nullable Row next() {
        violations.unless(!closed, "reads rows that it has closed");
        requireLastUnchanged();
        Row row = transaction
                .used("reads rows", () -> Optional.ofNullable(scan.next()))
                .orElse(null);
        last = row;
        hashOfLast = Objects.hashCode(row);
        return row;
    }

    /** A provider may hand out what it holds: nobody may change it. */
    private void requireLastUnchanged() {
        violations.unless(Objects.hashCode(last) == hashOfLast, "changes a row that it was given");
    }

    @Override
    public Condition residual() {
        return scan.residual();
    }

    @Override
    public boolean ordered() {
        return scan.ordered();
    }

    @Override
    public boolean limited() {
        return scan.limited();
    }

    @Override
    public long rowsRead() {
        return scan.rowsRead();
    }

    @Override
    public void close() {
        requireLastUnchanged();
        closed = true;
        transaction.closed(this);
        scan.close();
    }
}
