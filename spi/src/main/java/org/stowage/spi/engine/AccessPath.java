package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Conditions;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Query;
import org.stowage.spi.schema.EntitySchema;

/**
 * A way to find the rows of a query: ranges of one of a table's orders, and what is still to be tested of the rows in them.
 *
 * @param number the place of the order among the table's
 * @param points what the first columns are equal to, one restriction for each of them; at most one has several options
 * @param ranging what the column after those is restricted to
 * @param rest the condition that is still to be tested
 * @param filter tests it; null if there is nothing to test
 * @param match how to read the ranges in the order of the query; null if this order does not give it
 */
record AccessPath(
        int number,
        List<Restriction> points,
        List<Restriction> ranging,
        Condition rest,
        Evaluator.@Nullable Filter filter,
        @Nullable OrderMatch match) {

    /**
     * Returns the way through an order.
     *
     * @param shape the table's
     * @param number the place of the order among the table's
     * @param query what is asked
     * @param conjuncts the parts of its condition, in order
     * @param restrictions those that may be answered by an order
     */
    static AccessPath through(
            TableShape shape, int number, Query query, List<Condition> conjuncts, List<Restriction> restrictions) {
        EntitySchema schema = shape.schema();
        TupleOrder order = shape.orders().get(number);
        List<Restriction> points = new ArrayList<>();
        Set<Integer> fixed = new HashSet<>();
        boolean several = false;
        int column = 0;
        for (; column < order.size(); column++) {
            Restriction best = best(restrictions, order.position(column), several);
            if (best == null) {
                break;
            }
            points.add(best);
            if (best instanceof Restriction.Points many && !many.single()) {
                several = true;
            } else {
                fixed.add(best.field());
            }
        }
        List<Restriction> ranging = column < order.size() ? ranging(restrictions, order.position(column)) : List.of();
        List<Condition> rest = new ArrayList<>(conjuncts);
        points.forEach(restriction -> rest.remove(restriction.condition()));
        ranging.stream().filter(Restriction::exact).forEach(restriction -> rest.remove(restriction.condition()));
        Condition condition = Conditions.allOf(rest);
        return new AccessPath(
                number,
                List.copyOf(points),
                ranging,
                condition,
                condition.equals(Condition.ALWAYS) ? null : Evaluator.filter(schema, condition),
                OrderMatch.of(schema, query.sorts(), order, fixed));
    }

    /** Returns all restrictions that the ranges follow. */
    List<Restriction> used() {
        List<Restriction> used = new ArrayList<>(points);
        used.addAll(ranging);
        return used;
    }

    /** Returns whether this never reads more rows than the other, and leaves no more to be done. */
    boolean isAtLeastAsGoodAs(AccessPath other) {
        return (match != null || other.match == null) && used().containsAll(other.used());
    }

    /** Returns whether the rows of the ranges are the answer, from the first on. */
    boolean readForward() {
        return filter == null && match != null && !match.backward() && match.groupColumns() == 0;
    }

    private static @Nullable Restriction best(List<Restriction> restrictions, int field, boolean severalBefore) {
        Restriction several = null;
        for (Restriction restriction : restrictions) {
            if (restriction.field() != field) {
                continue;
            }
            if (restriction instanceof Restriction.Absent
                    || (restriction instanceof Restriction.Points one && one.single())) {
                return restriction;
            }
            if (several == null && restriction instanceof Restriction.Points && !severalBefore) {
                several = restriction;
            }
        }
        return several;
    }

    private static List<Restriction> ranging(List<Restriction> restrictions, int field) {
        List<Restriction> ends = new ArrayList<>();
        for (Restriction restriction : restrictions) {
            if (restriction.field() == field) {
                if (restriction instanceof Restriction.Start || restriction instanceof Restriction.Pattern) {
                    return List.of(restriction);
                }
                if (restriction instanceof Restriction.Interval) {
                    ends.add(restriction);
                }
            }
        }
        return List.copyOf(ends);
    }
}
