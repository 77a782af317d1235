package org.stowage.store;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.PersistenceProvider;

/** The opening of a store, for the flight recorder. */
@Name("org.stowage.Open")
@Label("Open")
@Category("Stowage")
@Description("The opening of a store by its provider")
@SuppressWarnings("unused") // The recorder reads the fields.
final class OpenEvent extends Event {

    @Label("Store")
    private @Nullable String store;

    @Label("Provider")
    private @Nullable String provider;

    void opened(String name, PersistenceProvider by) {
        end();
        if (shouldCommit()) {
            store = name;
            provider = by.info().name();
            commit();
        }
    }
}
