package org.stowage.spi.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.ValueType;

/**
 * How a tree is read to get the order of a query. Rows that are equal in the first columns form a group. Groups are read in one direction
 * and the rows of each in the other, as in {@code order by price desc, id}: the tree has {@code (price, id)} both ascending.
 *
 * @param backward whether the tree, or the groups in it, are read from the end
 * @param groupColumns how many columns make a group; 0 if all is read in one direction
 */
record OrderMatch(boolean backward, int groupColumns) {

    /**
     * Returns how the order is got, or null if the tree does not give it.
     *
     * @param schema the entity's shape
     * @param sorts the order asked for; ends with the key
     * @param order the tree's order
     * @param fixed the places of fields that have one value in all rows that are read
     */
    static @Nullable OrderMatch of(EntitySchema schema, List<Sort> sorts, TupleOrder order, Set<Integer> fixed) {
        Set<Integer> known = new HashSet<>(fixed);
        int column = 0;
        int groupColumns = 0;
        Boolean first = null;
        Boolean latest = null;
        for (Sort sort : sorts) {
            int field = sort.path().simple() ? schema.position(sort.path().field()) : -1;
            if (known.contains(field) && !sort.ignoreCase()) {
                continue;
            }
            if (identifiesRow(schema, known)) {
                break;
            }
            while (column < order.size() && fixed.contains(order.position(column))) {
                column++;
            }
            if (column == order.size() || order.position(column) != field || !isNatural(schema, sort, field)) {
                return null;
            }
            if (first == null) {
                first = sort.descending();
            } else if (latest != null && latest != sort.descending()) {
                if (groupColumns > 0) {
                    return null;
                }
                groupColumns = column;
            }
            latest = sort.descending();
            known.add(field);
            column++;
        }
        return new OrderMatch(first != null && first, groupColumns);
    }

    private static boolean identifiesRow(EntitySchema schema, Set<Integer> known) {
        for (int position : schema.keyPositions()) {
            if (!known.contains(position)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNatural(EntitySchema schema, Sort sort, int field) {
        boolean text = schema.fields().get(field).type().equals(ValueType.TEXT);
        boolean nulls = schema.fields().get(field).nullable();
        return !(text && sort.ignoreCase()) && !(nulls && sort.nullsFirst() == sort.descending());
    }
}
