package attic;

import java.util.List;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.engine.Engine;

public final class AtticProvider implements PersistenceProvider {

    @Override
    public ProviderInfo info() {
        return new ProviderInfo(
                "attic",
                "1.0",
                "a place that nobody looks into",
                SpiVersions.only(SpiVersions.CURRENT),
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
        return Engine.named(config.store()).open();
    }
}
