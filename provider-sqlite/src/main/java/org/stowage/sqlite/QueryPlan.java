package org.stowage.sqlite;

import java.util.List;
import org.stowage.spi.query.Condition;

/**
 * How a query is answered: the SQL, and what of the query it leaves. Made once for each query. Immutable.
 *
 * @param select the text that gives the rows
 * @param count the text that counts them all, without offset and limit; of use if nothing is left
 * @param bindings what is bound to the places of both texts, from 1
 * @param reader makes rows of what the select gives
 * @param residual what is left
 * @param ordered whether the rows come in the order of the query
 * @param limited whether the select has two more places after the bindings, for limit and offset
 */
record QueryPlan(
        String select,
        String count,
        List<Binding> bindings,
        RowReader reader,
        Condition residual,
        boolean ordered,
        boolean limited) {

    /** Returns whether the SQL alone decides which rows match. */
    boolean exact() {
        return residual.equals(Condition.ALWAYS);
    }
}
