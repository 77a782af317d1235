package org.stowage.internal.jdql;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Expression;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** The way to a value in a row, through the structures that hold it. Immutable. */
public final class RowPath {

    private final int[] positions;

    private RowPath(int[] positions) {
        this.positions = positions;
    }

    /** Returns the way that a path of an entity names. */
    public static RowPath of(EntitySchema schema, Expression.Path path) {
        int[] positions = new int[path.names().size()];
        List<Field> fields = schema.fields();
        for (int i = 0; i < positions.length; i++) {
            positions[i] = fields.stream()
                    .map(Field::name)
                    .toList()
                    .indexOf(path.names().get(i));
            fields = fields.get(positions[i]).type() instanceof ValueType.Struct struct ? struct.fields() : List.of();
        }
        return new RowPath(positions);
    }

    /** Returns what makes rows of the values at some paths. */
    public static UnaryOperator<Row> projection(EntitySchema schema, List<Expression.Path> paths) {
        RowPath[] ways = paths.stream().map(path -> of(schema, path)).toArray(RowPath[]::new);
        return row -> {
            @Nullable Object[] values = new @Nullable Object[ways.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = ways[i].value(row);
            }
            return Row.adopt(values);
        };
    }

    /** Returns the value, or null if it or what should hold it is null. */
    public @Nullable Object value(Row row) {
        Object value = row.get(positions[0]);
        for (int i = 1; i < positions.length && value != null; i++) {
            value = ((Row) value).get(positions[i]);
        }
        return value;
    }

    /** Returns the row with another value there, or null if what should hold it is null. */
    public @Nullable Row with(Row row, @Nullable Object value) {
        return with(row, 0, value);
    }

    private @Nullable Row with(Row row, int level, @Nullable Object value) {
        if (level == positions.length - 1) {
            return row.with(positions[level], value);
        }
        Object inner = row.get(positions[level]);
        Row changed = inner == null ? null : with((Row) inner, level + 1, value);
        return changed == null ? null : row.with(positions[level], changed);
    }
}
