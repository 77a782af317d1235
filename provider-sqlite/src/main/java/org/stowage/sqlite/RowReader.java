package org.stowage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.value.Row;

/** Makes rows of what a select gives. Immutable, for many threads. */
final class RowReader {

    private final String entity;
    private final String table;
    private final int size;
    private final int[] positions;
    private final Column[] columns;

    /**
     * Creates the reader.
     *
     * @param entity the logical name of the entity
     * @param table the physical name of its table
     * @param all the columns of the entity, in the order of its fields
     * @param positions which of them the select gives, in its order; the others are null in the rows
     */
    RowReader(String entity, String table, List<Column> all, int[] positions) {
        this.entity = entity;
        this.table = table;
        this.size = all.size();
        this.positions = positions.clone();
        this.columns = new Column[positions.length];
        for (int i = 0; i < positions.length; i++) {
            columns[i] = all.get(positions[i]);
        }
    }

    /** Returns the row on which a result stands. */
    Row read(DatabaseFile file, ResultSet result) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[size];
        int i = 0;
        try {
            for (; i < columns.length; i++) {
                values[positions[i]] = columns[i].codec().read(result, i + 1);
            }
        } catch (RuntimeException failure) {
            throw corrupt(file, columns[i], failure);
        }
        return Row.adopt(values);
    }

    private CorruptStoreException corrupt(DatabaseFile file, Column column, RuntimeException failure) {
        return new CorruptStoreException(
                ErrorContext.of(file.store(), entity),
                "store '" + file.store() + "' at '" + file.path() + "' holds in table '" + table + "', column '"
                        + column.name() + "', what is no "
                        + column.field().type().describe()
                        + "; correct it with a tool for SQLite",
                failure);
    }
}
