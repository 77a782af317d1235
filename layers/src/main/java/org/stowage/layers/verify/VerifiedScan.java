package org.stowage.layers.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.forwarding.ForwardingScan;
import org.stowage.spi.Scan;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.value.Row;

/** The rows that a store gives, compared one by one with those that are right, up to the first difference. */
final class VerifiedScan extends ForwardingScan {

    private static final int SHOWN = 5;

    private final Scan expected;
    private final Comparison comparison;
    private final Queue<Row> readAhead = new ArrayDeque<>();
    private long rows;
    private boolean done;

    /** Compares two scans of which nothing is left to be done. */
    VerifiedScan(Scan given, Scan expected, Comparison comparison) {
        super(given);
        this.expected = expected;
        this.comparison = comparison;
    }

    @Override
    public @Nullable Row next() {
        Row row = readAhead.isEmpty() ? super.next() : readAhead.remove();
        if (!done) {
            rows++;
            compare(row);
            done |= row == null;
        }
        return row;
    }

    private void compare(@Nullable Row given) {
        Row right;
        try {
            right = expected.next();
        } catch (ArithmeticOverflowException | InvalidValueException failure) {
            done = true;
            comparison.failed(failure, given);
            return;
        }
        if (!comparison.same(right, given)) {
            done = true;
            comparison.differs(rows, some(right, expected), some(given));
        }
    }

    private List<Row> some(@Nullable Row first) {
        List<Row> rest = some(first, this);
        readAhead.addAll(rest.subList(Math.min(1, rest.size()), rest.size()));
        return rest;
    }

    private static List<Row> some(@Nullable Row first, Scan following) {
        List<Row> some = new ArrayList<>();
        for (Row row = first; row != null; row = some.size() < SHOWN ? following.next() : null) {
            some.add(row);
        }
        return some;
    }

    @Override
    public void close() {
        try (expected) {
            super.close();
        }
    }
}
