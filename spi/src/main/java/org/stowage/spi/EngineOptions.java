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

    private EngineOptions() {}

    /** Returns all of them. */
    public static List<StoreOption> all() {
        return List.of(PUSH_DOWN);
    }
}
