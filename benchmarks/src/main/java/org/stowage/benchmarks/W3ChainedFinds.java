package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.Objects;

/**
 * One row by its key, and which key is known only when the row before it is there: so it is when an application follows a reference, and the
 * processor cannot begin the next find before the last one has ended.
 */
public class W3ChainedFinds extends W3FindByKey {

    @Override
    Item operation() throws SQLException {
        Item found = Objects.requireNonNull(super.operation());
        skip(found.id() & 1);
        return found;
    }
}
