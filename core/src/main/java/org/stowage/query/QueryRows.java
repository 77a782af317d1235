package org.stowage.query;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Row;
import org.stowage.store.RowStream;

/** The rows of a result, with the values of its columns. Read by the thread of the transaction, whose end closes it. */
public final class QueryRows implements AutoCloseable {

    private final Supplier<@Nullable Row> source;
    private final Runnable close;

    private QueryRows(Supplier<@Nullable Row> source, Runnable close) {
        this.source = source;
        this.close = close;
    }

    static QueryRows of(RowStream rows, UnaryOperator<Row> columns) {
        return new QueryRows(
                () -> {
                    Row row = rows.next();
                    return row == null ? null : columns.apply(row);
                },
                rows::close);
    }

    static QueryRows of(long number) {
        Row[] rest = {Row.of(number), null};
        return new QueryRows(
                () -> {
                    Row row = rest[0];
                    rest[0] = rest[1];
                    return row;
                },
                () -> {});
    }

    /** Returns the next row, or null after the last. */
    public @Nullable Row next() {
        return source.get();
    }

    /** Gives back what the result holds. A second call does nothing. */
    @Override
    public void close() {
        close.run();
    }
}
