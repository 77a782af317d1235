package org.stowage;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stowage.internal.configuration.Setting;
import org.stowage.internal.configuration.StoreLayout;
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
 */
record StoreOpening(ProviderRegistry providers, boolean create, Duration patience) {

    /** A store whose description is right. */
    record Ready(PersistenceProvider provider, StoreConfig config) {}

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
        return new Ready(provider, StoreConfig.of(planned.name(), location, create, provider, texts));
    }

    Map<String, OpenStore> open(List<Ready> ready) {
        Map<String, OpenStore> stores = new LinkedHashMap<>();
        try {
            ready.forEach(store ->
                    stores.put(store.config().store(), OpenStore.open(store.provider(), store.config(), patience)));
            return stores;
        } catch (RuntimeException | Error failure) {
            Stowage.closeAll(stores.values(), failure);
            throw failure;
        }
    }
}
