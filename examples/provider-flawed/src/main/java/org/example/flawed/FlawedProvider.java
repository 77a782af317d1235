package org.example.flawed;

import java.util.EnumSet;
import java.util.List;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.engine.Engine;

/** Stores in memory that are wrong in the way that the option {@code fault} says. */
public final class FlawedProvider implements PersistenceProvider {

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public FlawedProvider() {}

    @Override
    public ProviderInfo info() {
        return new ProviderInfo(
                "flawed",
                "1.0.0",
                "in memory, and wrong in a way that can be chosen",
                SpiVersions.only(1),
                new Capabilities(
                        Capabilities.Durability.NONE,
                        Capabilities.Concurrency.ONE_WRITER,
                        Capabilities.Sharing.PRIVATE));
    }

    @Override
    public List<StoreOption> options() {
        return List.of(Fault.option(EnumSet.range(Fault.NONE, Fault.OPEN_AFTER_CLOSE)));
    }

    @Override
    public Store open(StoreConfig config) {
        return new FlawedStore(Engine.named(config.store()).open(), Fault.of(config), () -> {}, () -> {});
    }
}
