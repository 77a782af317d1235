package org.stowage.internal.methodname;

import java.util.List;
import java.util.stream.Collectors;
import org.stowage.spi.query.Expression;

/**
 * What a name says behind its first word; not yet typed.
 *
 * @param clauses the conditions
 * @param order how results are sorted
 */
record Reading(List<Clause> clauses, List<Item> order) {

    /**
     * One condition.
     *
     * @param alternative whether it is joined to those before it by {@code Or}
     * @param path the attribute
     * @param ignoreCase whether upper and lower case are the same
     * @param negated whether it must not hold
     * @param operator how the attribute is compared
     * @param at where it starts in the name
     * @param attributeEnd where its attribute ends
     * @param end where it ends
     */
    record Clause(
            boolean alternative,
            Expression.Path path,
            boolean ignoreCase,
            boolean negated,
            Operator operator,
            int at,
            int attributeEnd,
            int end) {

        @Override
        public String toString() {
            return path
                    + (ignoreCase ? " " + Keywords.IGNORE_CASE : "")
                    + (negated ? " " + Keywords.NOT : "")
                    + (operator == Operator.EQUAL ? "" : " " + operator.keyword());
        }
    }

    /** One level of an order, and where it stands in the name. */
    record Item(Expression.Path path, boolean ignoreCase, boolean descending, int at, int attributeEnd, int end) {
        @Override
        public String toString() {
            return path
                    + (ignoreCase ? " " + Keywords.IGNORE_CASE : "")
                    + " "
                    + (descending ? Keywords.DESCENDING : Keywords.ASCENDING);
        }
    }

    int parameters() {
        return clauses.stream()
                .mapToInt(clause -> clause.operator().parameters())
                .sum();
    }

    /** Returns it with the attributes and the keywords apart, so that two readings of a name can be told apart. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Clause clause : clauses) {
            if (!text.isEmpty()) {
                text.append(clause.alternative() ? " Or " : " And ");
            }
            text.append(clause);
        }
        if (!order.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(Keywords.ORDER_BY);
            text.append(order.stream().map(item -> " " + item).collect(Collectors.joining()));
        }
        return text.toString();
    }
}
