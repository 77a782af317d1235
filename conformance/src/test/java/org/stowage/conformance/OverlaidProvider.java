package org.stowage.conformance;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stowage.layers.overlay.Overlay;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;

/** A provider whose stores are overlays over new stores of another one. */
public abstract class OverlaidProvider implements PersistenceProvider {

    private final PersistenceProvider beneath;
    private final int commitsBeneath;

    /**
     * Creates the provider.
     *
     * @param commitsBeneath how many transactions that write go beneath before the overlay is made
     */
    OverlaidProvider(PersistenceProvider beneath, int commitsBeneath) {
        this.beneath = beneath;
        this.commitsBeneath = commitsBeneath;
    }

    @Override
    public final ProviderInfo info() {
        ProviderInfo info = beneath.info();
        return new ProviderInfo(
                "overlaid-" + info.name(),
                info.version(),
                "overlays over " + info.name(),
                info.spi(),
                Overlay.CAPABILITIES);
    }

    @Override
    public final List<StoreOption> options() {
        return beneath.options();
    }

    @Override
    public final Store open(StoreConfig config) {
        String location = config.location().orElse(null);
        StoreConfig own = StoreConfig.of(
                config.store(),
                location == null ? null : location + "-" + UUID.randomUUID(),
                config.create(),
                beneath,
                Map.of());
        return new OverlaidStore(
                beneath.open(own), config.store(), beneath.info().capabilities(), commitsBeneath);
    }

    /** All of it in the overlay. */
    public static final class OverMemory extends OverlaidProvider {
        /** Creates the provider. */
        public OverMemory() {
            super(new Harnesses.Memory().provider(), 0);
        }
    }

    /** The first rows in memory, changed in the overlay. */
    public static final class OverFilledMemory extends OverlaidProvider {
        /** Creates the provider. */
        public OverFilledMemory() {
            super(new Harnesses.Memory().provider(), 1);
        }
    }

    /** The first rows in SQLite, changed in the overlay. */
    public static final class OverFilledSqlite extends OverlaidProvider {
        /** Creates the provider. */
        public OverFilledSqlite() {
            super(new Harnesses.Sqlite().provider(), 1);
        }
    }
}
