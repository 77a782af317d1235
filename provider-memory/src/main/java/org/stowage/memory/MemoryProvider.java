package org.stowage.memory;

import java.util.List;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;

/**
 * Keeps data in the memory of this process. Every store that it opens is new, empty and nobody else's, and ends when it is closed;
 * so it takes no location and no options.
 */
public final class MemoryProvider implements PersistenceProvider {

    private static final ProviderInfo INFO = new ProviderInfo(
            "memory",
            "0.1.0",
            "the memory of this process; gone when the store is closed",
            SpiVersions.only(1),
            new Capabilities(
                    Capabilities.Durability.NONE, Capabilities.Concurrency.ONE_WRITER, Capabilities.Sharing.PRIVATE));

    /** Creates the provider. */
    public MemoryProvider() {}

    @Override
    public ProviderInfo info() {
        return INFO;
    }

    @Override
    public List<StoreOption> options() {
        return List.of();
    }

    /**
     * Opens a new, empty store.
     *
     * @throws BadConfigurationException if a location is given, as nothing could be found there again
     */
    @Override
    public Store open(StoreConfig config) {
        config.location().ifPresent(location -> {
            throw new BadConfigurationException(
                    ErrorContext.of(config.store()),
                    "store '" + config.store() + "' is given the location '" + location
                            + "', but provider 'memory' keeps nothing that could be found there again;"
                            + " leave the location out, or choose a provider that stores");
        });
        return Engine.named(config.store()).open();
    }
}
