package org.stowage.store;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A search from its first row to its end, for the flight recorder; with the stack of who ended it. */
@Name("org.stowage.Scan")
@Label("Scan")
@Category("Stowage")
@Description("A search for rows, until they were read or closed")
@Threshold("10 ms")
@SuppressWarnings("unused") // The recorder reads the fields.
final class ScanEvent extends Event {

    @Label("Store")
    private @Nullable String store;

    @Label("Entity")
    private @Nullable String entity;

    @Label("Rows")
    @Description("How many rows were found and read")
    private long rows;

    @Label("Rows Read")
    @Description("How many rows the store has read to find them, as far as it knows")
    private long rowsRead;

    /** Begins the event of a scan; null if nobody records it, so that it costs nothing then. */
    static @Nullable ScanEvent begun(String entity) {
        ScanEvent event = new ScanEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.entity = entity;
        event.begin();
        return event;
    }

    void found() {
        rows++;
    }

    void ended(OpenStore of, long read) {
        end();
        if (shouldCommit()) {
            store = of.name();
            rowsRead = read;
            commit();
        }
    }
}
