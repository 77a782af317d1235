package org.stowage.spi;

import java.util.List;

/** The options that a store of any provider has, because the engine above the store reads them. No provider may declare them. */
public final class EngineOptions {

    /** Whether the store may do a part of a search itself; if not, it is asked for all rows of an entity and the engine does the rest. */
    public static final StoreOption PUSH_DOWN = StoreOption.of(
            "push-down",
            StoreOption.Kind.FLAG,
            "Whether the store helps with searches; false leaves them to the engine, to see whether the store is at fault",
            "true");

    /**
     * How long a provider may take to open the store. It is opened on a thread made for that, which inherits what threads inherit; with
     * {@code 0s} on the thread that asks, for as long as it takes.
     */
    public static final StoreOption OPEN_TIMEOUT = StoreOption.of(
            "open-timeout",
            StoreOption.Kind.DURATION,
            "How long opening the store may take, such as 30s or 1h; 0s for as long as it takes",
            "5m");

    private EngineOptions() {}

    /** Returns all of them. */
    public static List<StoreOption> all() {
        return List.of(PUSH_DOWN, OPEN_TIMEOUT);
    }
}
