package org.stowage.internal.repository;

import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.store.RowStream;
import org.stowage.store.StoreTransaction;

/**
 * Counts rows, or says whether there are any.
 *
 * @param access the entity
 * @param query which rows
 * @param arguments what a call gives for the parameters of the query
 * @param returned a number, or a truth value for whether there are any
 */
record CountPlan(EntityAccess access, Query query, Selection.Arguments arguments, Class<?> returned) implements Plan {

    @Override
    public Object run(@Nullable Object[] call) {
        return access.read(transaction ->
                CountForm.logical(returned) ? (Object) any(transaction, call) : count(transaction, call));
    }

    private Object count(StoreTransaction transaction, @Nullable Object[] call) {
        return CountForm.number(returned, transaction.count(ScanRequest.all(query, arguments.of(call))));
    }

    private boolean any(StoreTransaction transaction, @Nullable Object[] call) {
        // Whether there is any is known with the first one.
        try (RowStream rows = transaction.scan(new ScanRequest(query, arguments.of(call), 0, 1))) {
            return rows.next() != null;
        }
    }
}
