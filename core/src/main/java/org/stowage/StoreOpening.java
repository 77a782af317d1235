package org.stowage;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stowage.internal.configuration.Setting;
import org.stowage.internal.configuration.Settings;
import org.stowage.internal.configuration.StoreLayout;
import org.stowage.layers.StoreLayer;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.store.OpenStore;

/**
 * Opens stores that somebody described, in two steps: first all descriptions are checked, then all stores are opened, or none.
 *
 * @param providers where providers are looked up
 * @param create whether stores that do not exist are made
 * @param patience how long their transactions wait for others
 * @param layers what is put over each store, the lowest first
 */
record StoreOpening(ProviderRegistry providers, boolean create, Duration patience, List<StoreLayer> layers) {

    /**
     * A store whose description is right.
     *
     * @param name what it is found by
     */
    record Ready(String name, PersistenceProvider provider, StoreConfig config) {}

    Ready prepare(StoreLayout.Planned planned) {
        Setting url = planned.url();
        PersistenceProvider provider;
        String location;
        try {
            StoreUrl parsed = StoreUrl.parse(url.text());
            provider = providers.provider(parsed.provider()).provider();
            location = parsed.location();
        } catch (BadConfigurationException e) {
            throw url.wrong(planned.name(), e);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        planned.options().forEach((option, setting) -> {
            try {
                // Each by itself, so that the error can say who set it.
                StoreConfig.of(planned.name(), location, create, provider, Map.of(option, setting.text()));
            } catch (BadConfigurationException e) {
                throw setting.wrong(planned.name(), e);
            }
            texts.put(option, setting.text());
        });
        String label = label(planned.name(), provider);
        return new Ready(planned.name(), provider, StoreConfig.of(label, location, create, provider, texts));
    }

    /** What messages call a store: nobody who reads one has ever written the name of the store for everything. */
    private static String label(String name, PersistenceProvider provider) {
        return name.equals(Settings.DEFAULT_STORE) ? provider.info().name() : name;
    }

    Map<String, OpenStore> open(List<Ready> ready) {
        Map<String, OpenStore> stores = new LinkedHashMap<>();
        try {
            ready.forEach(store ->
                    stores.put(store.name(), OpenStore.open(store.provider(), store.config(), patience, layers)));
            return stores;
        } catch (RuntimeException | Error failure) {
            Stowage.closeAll(stores.values(), failure);
            throw failure;
        }
    }
}
