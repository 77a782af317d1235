package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every row as a record, one after the other; one operation is all of them. */
public class W7StreamAll extends Workload {

    private long sum;

    @Override
    @Nullable Object operation() throws SQLException {
        sum = 0;
        streamTo(product -> sum += product.id());
        return sum;
    }

    void streamTo(Consumer<? super Item> reader) throws SQLException {
        contender.forEach(reader);
    }
}
