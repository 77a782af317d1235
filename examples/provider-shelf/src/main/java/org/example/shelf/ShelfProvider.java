package org.example.shelf;

import java.util.List;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;

/** Keeps rows in plain maps: as little of a provider as can be right. */
public final class ShelfProvider implements PersistenceProvider {

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public ShelfProvider() {}

    @Override
    public ProviderInfo info() {
        return new ProviderInfo(
                "shelf",
                "1.0",
                "plain maps in the memory of this process",
                SpiVersions.only(1),
                new Capabilities(
                        Capabilities.Durability.NONE,
                        Capabilities.Concurrency.ONE_WRITER,
                        Capabilities.Sharing.PRIVATE));
    }

    @Override
    public List<StoreOption> options() {
        return List.of();
    }

    @Override
    public Store open(StoreConfig config) {
        return new ShelfStore(config.store());
    }
}
