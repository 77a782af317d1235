package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** The order of rows by some of their fields, the columns, null smallest. Equal if the columns have the same places and types. */
final class TupleOrder implements Comparator<Row> {

    private final int[] positions;
    private final List<ValueType> types;
    private final List<Comparator<Object>> orders;

    private TupleOrder(int[] positions, List<ValueType> types) {
        this.positions = positions;
        this.types = types;
        this.orders = types.stream().map(ValueType::order).toList();
    }

    /** Returns the order by the key. */
    static TupleOrder ofKey(EntitySchema schema) {
        return of(schema, List.of());
    }

    /** Returns the order by some fields and then by the key, in which no two rows are equal. */
    static TupleOrder of(EntitySchema schema, List<String> fields) {
        List<String> columns = new ArrayList<>(fields);
        for (String field : schema.key()) {
            if (!columns.contains(field)) {
                columns.add(field);
            }
        }
        int[] positions = columns.stream().mapToInt(schema::position).toArray();
        List<ValueType> types = Arrays.stream(positions)
                .mapToObj(position -> schema.fields().get(position))
                .map(Field::type)
                .toList();
        return new TupleOrder(positions, types);
    }

    /** Returns the number of columns. */
    int size() {
        return positions.length;
    }

    /** Returns the place of a column in the rows. */
    int position(int column) {
        return positions[column];
    }

    /** Returns the type of a column. */
    ValueType type(int column) {
        return types.get(column);
    }

    /** Returns the order of a column's values, nulls excluded. */
    Comparator<Object> order(int column) {
        return orders.get(column);
    }

    /** Returns the values of a row's first columns. */
    @Nullable Object[] values(Row row, int length) {
        @Nullable Object[] values = new @Nullable Object[length];
        for (int i = 0; i < length; i++) {
            values[i] = row.get(positions[i]);
        }
        return values;
    }

    /** Returns whether any of a row's first columns is null. */
    boolean hasNull(Row row, int length) {
        for (int i = 0; i < length; i++) {
            if (row.get(positions[i]) == null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int compare(Row first, Row second) {
        return compare(first, second, positions.length);
    }

    /** Compares by the first columns only. */
    int compare(Row first, Row second, int length) {
        for (int i = 0; i < length; i++) {
            int comparison = compare(i, first.get(positions[i]), second.get(positions[i]));
            if (comparison != 0) {
                return comparison;
            }
        }
        return 0;
    }

    /** Compares by one column only. */
    int compareColumn(int column, Row first, Row second) {
        return compare(column, first.get(positions[column]), second.get(positions[column]));
    }

    /** Returns whether a row comes before a place. */
    boolean isBefore(Row row, Edge edge) {
        int exact = edge.textStart() ? edge.length() - 1 : edge.length();
        for (int i = 0; i < exact; i++) {
            int comparison = compare(i, row.get(positions[i]), edge.start(i));
            if (comparison != 0) {
                return comparison < 0;
            }
        }
        if (edge.textStart()) {
            // Texts with a common start stand together in code point order, so the start stands for all of them.
            Object value = row.get(positions[exact]);
            Object start = edge.start(exact);
            if (!(value instanceof String text && start instanceof String prefix && text.startsWith(prefix))) {
                return compare(exact, value, start) < 0;
            }
        }
        return edge.after();
    }

    private int compare(int column, @Nullable Object first, @Nullable Object second) {
        if (first == null) {
            return second == null ? 0 : -1;
        }
        if (second == null) {
            return 1;
        }
        if (first instanceof Long one && second instanceof Long other) {
            return Long.compare(one, other);
        }
        return orders.get(column).compare(first, second);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TupleOrder order
                && Arrays.equals(positions, order.positions)
                && types.equals(order.types);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(positions) + types.hashCode();
    }
}
