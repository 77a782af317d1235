package org.stowage.store;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A transaction from its beginning to its end, for the flight recorder. */
@Name("org.stowage.Transaction")
@Label("Transaction")
@Category("Stowage")
@Description("A transaction of a store, from its beginning to its end")
@Threshold("10 ms")
@StackTrace(false)
@SuppressWarnings("unused") // The recorder reads the fields.
final class TransactionEvent extends Event {

    @Label("Store")
    private @Nullable String store;

    @Label("Provider")
    private @Nullable String provider;

    @Label("Access")
    private @Nullable String access;

    @Label("Outcome")
    @Description("committed, rolled back or failed; ended, for one that only read")
    private @Nullable String outcome;

    @Label("Rows Written")
    private long rowsWritten;

    /** Begins the event of a transaction; null if nobody records it, so that it costs nothing then. */
    static @Nullable TransactionEvent begun() {
        TransactionEvent event = new TransactionEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        return event;
    }

    void ended(StoreTransaction transaction, String how, long rows) {
        end();
        if (shouldCommit()) {
            store = transaction.store().name();
            provider = transaction.store().provider().name();
            access = transaction.access().name();
            outcome = how;
            rowsWritten = rows;
            commit();
        }
    }
}
